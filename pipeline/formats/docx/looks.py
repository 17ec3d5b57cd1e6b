"""Which styles a paper has: its words gathered by what they are and how they look."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from pipeline.formats.docx.markup import hexed
from pipeline.formats.docx.scripts import pieces
from pipeline.formats.docx.typefaces import line
from pipeline.paper.flow import Block, Count, Figure, Flow, PageBreak, Run, Sketch, Table, Words
from pipeline.paper.sheet import Letters

BOLD = 650  # from this weight on, letters are bold
OPEN, HEAD, FOOT, NAMES, ROWS = "open", "head", "foot", "names", "rows"
INK = "000000"


class Look(NamedTuple):
    """How letters look in Word: family, bold, size in pt, RRGGBB, space between in 1/20 pt."""

    family: str
    bold: bool
    size: float
    colour: str
    apart: int = 0


class Setting(NamedTuple):
    """How a paragraph stands: height of a line against its letters, white around in pt, side."""

    leading: float = 1.2
    before: float = 0.0
    after: float = 0.0
    align: str = "left"


@dataclass
class Style:
    """A paragraph style of the paper: what its words most often look like."""

    id: str
    look: Look
    setting: Setting = Setting()


def look_of(letters: Letters, family: str = "") -> Look:
    """Return how the letters look; `family` is given where another face must draw them."""
    return Look(
        family or letters.family,
        letters.weight >= BOLD,
        letters.size,
        hexed(letters.colour),
        round(letters.tracking * letters.size * 20),
    )


def setting_of(words: Words) -> Setting:
    """Return how the paragraph stands."""
    return Setting(words.leading, words.before, words.after, words.align)


def looks_of(words: Words, rtl: bool) -> Counter[Look]:
    """Count the paragraph's letters by their looks; links count only where there is nothing else.

    What runs from right to left has a face of its own beside the look's.
    """
    own = [run for run in words.runs if isinstance(run, Run)]
    own = [run for run in own if not run.link] or own
    found: Counter[Look] = Counter()
    for run in own:
        for piece in pieces(run.text, run.letters.family, rtl):
            family = "" if piece.rtl else piece.family
            found[look_of(run.letters, family)] += len(piece.text)
    if not found:
        found += Counter(look_of(one.letters) for one in words.runs if isinstance(one, Count))
    return found


def kind_of(words: Words, place: str) -> str:
    """Return the style that such words have in such a place, whatever they look like."""
    if words.kind == "title":
        return "Title"
    if words.kind == "heading":
        return f"Heading{words.level - 1}"
    if words.kind == "item":
        return "ListNumber" if words.number else "ListBullet"
    return {HEAD: "Header", FOOT: "Footer", NAMES: "TableHeading", ROWS: "TableText"}.get(
        place, "Normal"
    )


@dataclass
class Styles:
    """All the styles of a paper, by kind and look, and what else the paper's parts share."""

    rtl: bool
    by_look: dict[tuple[str, Look], Style] = field(default_factory=dict)
    main: dict[str, Style] = field(default_factory=dict)
    link: str = INK
    figure: Setting = Setting()
    table: Table | None = None
    leftwards: str = ""  # the family of what runs from right to left

    def of(self, words: Words, place: str) -> Style:
        """Return the style of the words in their place."""
        kind = kind_of(words, place)
        most = looks_of(words, self.rtl).most_common(1)
        found = self.by_look.get((kind, most[0][0])) if most else None
        return found or self.main.get(kind) or self.main["Normal"]

    def natural(self, family: str) -> float:
        """Return how high a line of the paper's words is in em, where nothing is said of it."""
        return sum(line(self.leftwards if self.rtl and self.leftwards else family))

    @property
    def all(self) -> list[Style]:
        """Every style once, those of a kind together."""
        known = {one.id: one for one in (*self.main.values(), *self.by_look.values())}
        return [known[name] for name in sorted(known, key=_rank)]


ORDER = ("Normal", "Title", "Heading", "List", "Kicker", "Lead", "SmallText")


def _rank(name: str) -> tuple[int, str]:
    known = (at for at, one in enumerate(ORDER) if name.startswith(one))
    return next(known, len(ORDER)), name


def placed(flow: Flow) -> Iterator[tuple[Block, str, Block | None]]:
    """Yield all that stands in the paper with its place, and what follows it there."""
    for blocks, place in ((flow.head, HEAD), (flow.blocks, OPEN), (flow.foot, FOOT)):
        yield from _placed(blocks, place)


def _placed(blocks: Iterable[Block], place: str) -> Iterator[tuple[Block, str, Block | None]]:
    row = [one for one in blocks if not isinstance(one, PageBreak)]
    for one, after in zip_longest(row, row[1:]):
        yield one, place, after
        if isinstance(one, Table):
            for number, cells in enumerate(one.rows):
                inside = place_in(one, number, place)
                for cell in cells:
                    yield from _placed(cell.blocks, inside)


def place_in(table: Table, row: int, place: str) -> str:
    """Return the place that a table's row is: a table that only lays things out is none."""
    if table.laid:
        return place
    return ROWS if row else NAMES


def styles_of(flow: Flow) -> Styles:
    """Return the paper's styles, read off all that stands in it."""
    counted: dict[str, Counter[Look]] = defaultdict(Counter)
    settings: dict[tuple[str, Look], Counter[Setting]] = defaultdict(Counter)
    over: Counter[Look] = Counter()
    found = Styles(flow.rtl)
    figures: Counter[Setting] = Counter()
    for one, place, after in placed(flow):
        if isinstance(one, Words):
            looks = looks_of(one, flow.rtl)
            if looks:
                kind, (look, _) = kind_of(one, place), looks.most_common(1)[0]
                counted[kind][look] += sum(looks.values())
                settings[kind, look][setting_of(one)] += 1
                begins = isinstance(after, Words) and after.kind in ("title", "heading")
                over[look] += kind == "Normal" and begins
        elif isinstance(one, Figure | Sketch):
            figures[Setting(1.0, one.before, one.after, one.align)] += 1
        elif isinstance(one, Table) and not one.laid:
            found.table = found.table or one
    if figures:
        found.figure = figures.most_common(1)[0][0]
    found.link, found.leftwards = _links(flow), _leftwards(flow)
    _name(found, counted, settings, over)
    return found


def _name(
    found: Styles,
    counted: dict[str, Counter[Look]],
    settings: dict[tuple[str, Look], Counter[Setting]],
    over: Counter[Look],
) -> None:
    """Give each look of a kind a style; titles, headings and items have one style each."""
    used: Counter[str] = Counter()
    for kind, looks in counted.items():
        (main, _), *others = looks.most_common()
        found.main[kind] = Style(kind, main, settings[kind, main].most_common(1)[0][0])
        found.by_look[kind, main] = found.main[kind]
        for look, _ in others if kind in ("Normal", "Header", "Footer") else ():
            name = _named(kind, look, main, over[look] > 0)
            used[name] += 1
            number = str(used[name]) if used[name] > 1 else ""
            setting = settings[kind, look].most_common(1)[0][0]
            found.by_look[kind, look] = Style(name + number, look, setting)
    if "Normal" not in found.main:
        look, _ = max(
            ((look, count) for looks in counted.values() for look, count in looks.items()),
            key=lambda one: one[1],
            default=(Look("Nunito", False, 11.0, INK), 0),
        )
        found.main["Normal"] = Style("Normal", look._replace(bold=False))


def _named(kind: str, look: Look, main: Look, over: bool) -> str:
    if kind == "Header":
        return "Letterhead"
    if kind == "Footer":
        return "FooterHeading" if look.bold else "FooterText"
    if over and look.size <= main.size:
        return "Kicker"
    if look.size > main.size:
        return "Lead"
    return "SmallText" if look.size < main.size or not look.bold else "StrongText"


def _links(flow: Flow) -> str:
    """Return the colour that most links have."""
    found: Counter[str] = Counter()
    for one, _, _ in placed(flow):
        if isinstance(one, Words):
            runs = [run for run in one.runs if isinstance(run, Run) and run.link]
            found.update(hexed(run.letters.colour) for run in runs)
    return found.most_common(1)[0][0] if found else "0563C1"


def _leftwards(flow: Flow) -> str:
    """Return the family of most words that run from right to left; "" where none do."""
    found: Counter[str] = Counter()
    for one, _, _ in placed(flow):
        for run in one.runs if isinstance(one, Words) else ():
            if isinstance(run, Run):
                for piece in pieces(run.text, run.letters.family, flow.rtl):
                    found[piece.family] += len(piece.text) if piece.rtl else 0
    best = found.most_common(1)
    return best[0][0] if best and best[0][1] else ""
