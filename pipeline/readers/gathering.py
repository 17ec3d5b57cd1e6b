"""Gathers what was laid out into matrices: pairs, parts under several headings, split tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.problems import Gathered, Phrase, Sourced, guess, phrase
from pipeline.readers.axes import Laid, Slot
from pipeline.readers.door import Source
from pipeline.readers.heads import ARENA, SMALL_WORDS, VALUE, Known, audience_of, says, tokens
from pipeline.readers.letters import tidy, without_unwritable
from pipeline.readers.names import lowered, meant
from pipeline.readers.records import MatrixRecord
from pipeline.readers.roles import Roles

NO_NAME = re.compile(r"(ark|sheet|tabell|table|blad)?\s*\d*", re.IGNORECASE)
Cells = dict[str, dict[str, tuple[Sourced, ...]]]


@dataclass
class Piece:
    """One matrix or a part of one; `spread` where headings above it are its arenas or values."""

    title: Sourced
    named: bool
    audience: str
    values: list[Sourced]
    arenas: list[Sourced]
    cells: Cells
    laid: Laid
    spread: bool
    decided: tuple[Phrase, ...] = ()


def pieces_of(
    laid: Laid, roles: Roles, audience: Sourced | None, known: Known, gathered: Gathered
) -> list[Piece]:
    """Return a piece for each audience and title in what was laid out."""
    groups = _groups(laid, roles, known)
    _refuse_strangers(laid, roles, known, gathered)
    cased: list[Phrase] = []
    values = _named(laid, roles.value, VALUE, _Meaning(known, gathered, cased))
    arenas = _named(laid, roles.arena, ARENA, _Meaning(known, gathered, cased))
    both = {group.whom for group in groups if group.whom}
    groups = _for_both(groups, both, gathered)
    found = []
    for group, slots in groups.items():
        for_whom, grouped = group.whom, group.title
        title = grouped or _title(laid, roles, known)
        near = [audience] if audience else [*([title] if title else []), laid.corner, *laid.context]
        piece = Piece(
            title=title or Sourced("", laid.place),
            named=title is not None,
            audience=for_whom or audience_of(near, known.words),
            values=_order(slots, roles.value, values),
            arenas=_order(slots, roles.arena, arenas),
            cells=_cells(slots, roles, values, arenas),
            laid=laid,
            spread=isinstance(roles.value, str) or isinstance(roles.arena, str),
            decided=(*_decided(laid, roles, both), *cased),
        )
        found += [piece] if piece.values and piece.arenas else []
    return found


@dataclass(frozen=True)
class _Group:
    """What sets the slots of one matrix apart from those of others laid out with them."""

    whom: str
    title: Sourced | None
    others: tuple[Sourced | None, ...]


def _groups(laid: Laid, roles: Roles, known: Known) -> dict[_Group, list[Slot]]:
    used = (roles.value, roles.arena, roles.whom, roles.title)
    others = [at for at in range(len(laid.axes)) if at not in used]
    groups: dict[_Group, list[Slot]] = {}
    for slot in laid.slots:
        said = slot.under[roles.whom] if roles.whom is not None else None
        own = slot.under[roles.title] if roles.title is not None else None
        whom = known.audience(said) if said else ""
        group = _Group(whom, own, tuple(slot.under[at] for at in others))
        groups.setdefault(group, []).append(slot)
    return groups


def _for_both(
    groups: dict[_Group, list[Slot]], both: set[str], gathered: Gathered
) -> dict[_Group, list[Slot]]:
    """Give slots that say nothing of whom they are for to all whom the others are for."""
    if not both:
        return groups
    found: dict[_Group, list[Slot]] = {}
    for group, slots in groups.items():
        lines = [line for slot in slots for line in slot.lines]
        if lines and not group.whom and len(both) > 1:
            what = phrase('"{quote}" is read both for pupils and for adults.', quote=lines[0])
            gathered.advise(lines[0].place, what, phrase("Write above it whom it is for."))
        for one in [group.whom] if group.whom else sorted(both):
            found.setdefault(replace(group, whom=one), []).extend(slots)
    return found


def _refuse_strangers(laid: Laid, roles: Roles, known: Known, gathered: Gathered) -> None:
    """Refuse those whom no matrix can be for; "alle" and "elever og voksne" are for both."""
    for name in laid.axes[roles.whom].names if roles.whom is not None else ():
        both = says(name, known.words.adults) or not set(tokens(name)) - set(SMALL_WORDS)
        if not known.audience(name) and not both:
            what = phrase("'{quote}' is not one of those whom a matrix can be for.", quote=name)
            gathered.error(name.place, what, guess(name, ("elev", "voksen")))


def records_of(
    pieces: Sequence[Piece], source: Source, known: Known, gathered: Gathered
) -> list[MatrixRecord]:
    """Return the matrices: pieces that belong together as one, each with its title."""
    whole: list[Piece] = []
    for piece in pieces:
        twin = next((one for one in reversed(whole) if _belong(one, piece)), None)
        if twin is None:
            whole.append(piece)
        else:
            _join(twin, piece, gathered)
    told: list[Sourced] = []
    records = []
    for one in whole:
        title = one.title if one.named else _after_file(one, source, told, gathered)
        if title.isupper():
            title = Sourced(lowered(title, known), title.place)
        if title.place and one.named:
            one.decided += (phrase("the title comes from here: {place}", place=title.place),)
        records.append(_record(one, title))
    return records


def _record(one: Piece, title: Sourced) -> MatrixRecord:
    empty: tuple[Sourced, ...] = ()
    cells = {
        str(arena): {
            str(value): one.cells.get(str(arena), {}).get(str(value), empty) for value in one.values
        }
        for arena in one.arenas
    }
    return MatrixRecord(
        title, one.audience, tuple(one.values), tuple(one.arenas), cells, one.decided
    )


def _belong(one: Piece, other: Piece) -> bool:
    """Tell whether two pieces are of one matrix."""
    same = one.title.casefold() == other.title.casefold() and one.named == other.named
    if not same or one.audience != other.audience or one.laid is other.laid:
        return False
    if one.spread and other.spread:
        return True
    if other.laid.titled or one.laid.context != other.laid.context or not one.laid.table:
        return False
    if one.laid.head != other.laid.head or not one.laid.head:
        return False
    again = set(one.arenas) & set(other.arenas)
    return set(one.values) == set(other.values) and again <= {one.arenas[-1]}


def _join(one: Piece, other: Piece, gathered: Gathered) -> None:
    if not one.spread:
        what = phrase('"{title}" goes on in this table and was read as one.', title=one.title)
        mend = phrase("Give the table a heading of its own if that is not meant.")
        gathered.advise(other.laid.place, what, mend)
    one.values += [value for value in other.values if value not in one.values]
    one.arenas += [arena for arena in other.arenas if arena not in one.arenas]
    for arena, row in other.cells.items():
        into = one.cells.setdefault(arena, {})
        for value, lines in row.items():
            into[value] = into.get(value, ()) + lines


def _after_file(one: Piece, source: Source, told: list[Sourced], gathered: Gathered) -> Sourced:
    stem = without_unwritable(source.path.stem.replace("_", " "))
    title = Sourced(tidy(stem) or "PALS", one.laid.place)
    if not told:
        what = phrase(
            'the matrix has no heading and is called "{title}" after the file.', title=title
        )
        gathered.advise(one.laid.place, what, phrase("Write a heading above the table."))
    told.append(title)
    return title


def _title(laid: Laid, roles: Roles, known: Known) -> Sourced | None:
    """Return the nearest heading that is neither used already nor only says whom it is for."""
    used = [one for one in (roles.value, roles.arena) if isinstance(one, str)]
    used += [name for axis in laid.axes for name in axis.names]
    own, above = laid.context[: laid.titled], laid.context[laid.titled :]
    left = [
        one
        for one in (*reversed(own), *above)
        if not any(one == other and one.place == other.place for other in used)
        and not NO_NAME.fullmatch(one)
    ]
    names = [one for one in left if not known.whom(one) and not known.opens(one)]
    return next(iter([*names, *left]), None)


@dataclass(frozen=True)
class _Meaning:
    """What finds the names that are meant, and where it tells of them."""

    known: Known
    gathered: Gathered
    decided: list[Phrase]


def _named(laid: Laid, role: int | Sourced, kind: str, meaning: _Meaning) -> dict[str, Sourced]:
    """Return the meant name of each written one; what is written by name stands as it is."""
    written = laid.axes[role].names if isinstance(role, int) else (role,)
    found: Sequence[Sourced] = written
    if not laid.by_name:
        found = meant(written, kind, meaning.known, meaning.gathered, meaning.decided)
    return dict(zip(map(str, written), found, strict=True))


def _order(slots: Sequence[Slot], role: int | Sourced, names: dict[str, Sourced]) -> list[Sourced]:
    if not isinstance(role, int):
        return [names[str(role)]]
    there = {str(slot.under[role]) for slot in slots if slot.under[role]}
    return list(dict.fromkeys(name for written, name in names.items() if written in there))


def _cells(
    slots: Sequence[Slot], roles: Roles, values: dict[str, Sourced], arenas: dict[str, Sourced]
) -> Cells:
    cells: Cells = {}
    for slot in slots:
        value = slot.under[roles.value] if isinstance(roles.value, int) else roles.value
        arena = slot.under[roles.arena] if isinstance(roles.arena, int) else roles.arena
        if value and arena:
            row = cells.setdefault(str(arenas[str(arena)]), {})
            name = str(values[str(value)])
            row[name] = row.get(name, ()) + slot.lines
    return cells


def _decided(laid: Laid, roles: Roles, both: set[str]) -> tuple[Phrase, ...]:
    """Tell how a matrix was read."""
    told = []
    if isinstance(roles.arena, str):
        told.append(phrase("the places are headings, and each table or list below is one of them"))
    elif isinstance(roles.value, str):
        told.append(phrase("the values are headings, and each table or list below is one of them"))
    elif not laid.table:
        told.append(phrase("there is no table: headings and lists were read"))
    elif not laid.head:
        told.append(phrase("each row is one expectation, with its place and its value"))
    elif roles.value > roles.arena:
        told.append(phrase("the values stand along the top, the places down the side"))
    else:
        told.append(phrase("the places stand along the top, the values down the side"))
    if both:
        told.append(phrase("pupils and adults stand beside each other and became two matrices"))
    return tuple(told)
