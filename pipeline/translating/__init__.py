"""The school's words on their way to a translator and back: a sheet to fill, what it brought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline import cache
from pipeline.intake import keys, take_in, translate
from pipeline.language import Language, codes, language, tongues
from pipeline.model import School
from pipeline.problems import Gathered, Phrase, Place, Problem, fault, guess, phrase
from pipeline.translating.filled import Filled, read
from pipeline.translating.keeping import Kept, merged
from pipeline.translating.texts import Entry, entries, in_file


@dataclass(frozen=True)
class Taken:
    """What an import came to: the language, how much is new or changed, and advice."""

    code: str
    file: Path
    new: int
    changed: int
    outdated: int
    notes: tuple[Problem, ...]


@dataclass(frozen=True)
class Standing:
    """How far a language has come: texts translated of all, outdated ones, and who has checked."""

    code: str
    done: int
    total: int
    outdated: int
    checked: bool


def asked(written: str, school: School) -> Language:
    """Return the language that a code or a name stands for; Faults for none or the school's own."""
    names = language(school.language).facts["languages"]
    known = {**{str(names.get(code, code)).casefold(): code for code in tongues()}}
    known |= {code: code for code in tongues()}
    code = known.get(written.strip().casefold())
    if code is None:
        what = phrase("'{word}' is no language here.", word=written)
        raise fault(None, what, guess(written, known))
    if code == school.language:
        what = phrase("'{word}' is the school's own language.", word=written)
        raise fault(None, what, guess("", [one for one in tongues() if one != code]))
    return language(code)


def export(
    folder: Path, written: str, target: Path | None, today: date
) -> tuple[Path, tuple[Entry, ...]]:
    """Write the sheet for a language, to the file named or into the output; return it and its rows.

    A sheet that somebody has written in is left alone: the new one is laid beside it.
    """
    from pipeline.translating import sheet

    school = take_in(folder, today).school
    tongue, home = asked(written, school), language(school.language)
    rows = entries(school, tongue, _file(folder, tongue.code))
    content = sheet.workbook(rows, tongue, home)
    name = f"{home.facts['languages'][tongue.code]} ({tongue.code}).xlsx"
    target = target or folder / "output" / translate.HOME / name
    word = home.say("new")
    beside = (target.with_stem(f"{target.stem} ({word}{n})") for n in _numbers())
    for file in (target, *beside):
        if not file.exists() or sheet.untouched(file):
            break
    cache.write(file, content)
    return file, rows


def _numbers() -> Iterator[str]:
    yield ""
    yield from (f" {number}" for number in range(2, 100))


def _file(folder: Path, code: str) -> Path:
    return folder / "sources" / translate.HOME / f"{code}.yaml"


def take_back(folder: Path, file: Path, today: date) -> Taken:
    """Lay what a filled sheet says into the language's file; Faults with all that is wrong in it.

    What was there stays: only what the translator wrote is new, and translations of texts that
    the school has changed are kept apart.
    """
    gathered = Gathered()
    school = take_in(folder, today).school
    found = read(file, school, gathered)
    gathered.close()
    home = language(school.language)
    target = _file(folder, found.code)
    current = frozenset(map(str, translate.kinds(school)))
    before, aside = in_file(target)
    wanted = _wanted(found, before, aside, gathered)
    changes = {str(text): str(words) for text, words in wanted}
    stale = {text for text in before if text not in current}
    if not changes and not stale and not found.late:
        what = phrase("nothing in it is new.")
        mend = phrase("Write the translations in the sheet, save it and try again.")
        raise fault(Place(file.name), what, mend)
    kept = Kept(changes, frozenset(stale), found.late)
    cache.write(target, merged(target, kept, _section(home, found.code)).encode())
    new = len(changes.keys() - before.keys())
    old = len(stale) + len(found.late)
    return Taken(found.code, target, new, len(changes) - new, old, tuple(gathered))


def _wanted(
    found: Filled, before: dict[str, str], aside: dict[str, str], gathered: Gathered
) -> Iterator[tuple[str, str]]:
    """Yield what the translator wrote and the file does not say yet; tell where both changed."""
    for row in found.rows:
        was = before.get(row.text)
        if was == row.words or (row.as_exported and row.text not in aside):
            continue
        if was is not None and not row.exported_as(was):
            what = phrase(
                "the file has had another translation since: '{words}' is replaced.", words=was
            )
            mend = phrase("Write it back in {file} if it is the better one.", file=found.file)
            gathered.advise(row.words.place, what, mend)
        yield row.text, row.words


def _section(home: Language, code: str) -> tuple[str, str, str]:
    """Return a new file's first comment, then the comment and key of what is outdated."""
    named = str(home.facts["languages"][code])
    first = home.say("{language}: the school's text, then its translation.", language=named)
    old = home.say("Translations of texts that the school has changed; they are not used.")
    return first[0].upper() + first[1:], old, keys.own(translate.OUTDATED, home.code)


def standing(folder: Path, today: date) -> tuple[School, list[Standing]]:
    """Return how far each language has come: those that have a file, or that parents read."""
    school = take_in(folder, today).school
    wanted = (*school.wishes.languages, *school.wishes.home_languages)
    found = []
    for code in tongues():
        file = _file(folder, code)
        if code == school.language or not (file.exists() or code in wanted):
            continue
        rows = entries(school, language(code), file)
        before, aside = in_file(file)
        old = len(aside) + sum(text not in translate.kinds(school) for text in before)
        done = sum(bool(row.words) for row in rows)
        found.append(Standing(code, done, len(rows), old, language(code).checked))
    return school, found


def as_line(one: Standing) -> Phrase:
    """Return how far the language has come, in a sentence."""
    fields = {"done": one.done, "total": one.total, "outdated": one.outdated}
    checked = one.checked or one.code in codes()
    if one.outdated:
        if checked:
            return phrase("{done} of {total} texts, {outdated} outdated", **fields)
        return phrase("{done} of {total} texts, {outdated} outdated; not checked", **fields)
    if checked:
        return phrase("{done} of {total} texts", **fields)
    return phrase("{done} of {total} texts; not checked", **fields)
