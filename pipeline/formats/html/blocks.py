"""A paper's blocks as markup whose looks stand in each element, for mail programs drop the rest."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from pipeline.formats.html.elements import (
    Markup,
    address,
    data,
    drawing,
    joined,
    pixels,
    styled,
    tag,
    words,
)
from pipeline.paper.flow import (
    Block,
    Cell,
    Count,
    Figure,
    Mark,
    PageBreak,
    Run,
    Sketch,
    Table,
    Words,
)
from pipeline.paper.sheet import Align, Box, Letters, Picture

PER_MM, PER_POINT = 96 / 25.4, 96 / 72  # pixels
LARGE = 30.0  # mm: a picture so wide stands over the words beside it on a phone
ROUND = "12px"
GROUP = "rowgroup"  # told, for a table set as cards is none to some screen readers
STEP = "1.5em"
LINE = 40  # a drawing so much wider than high is a rule
WRAPPED = 3  # columns: the third of a letterhead stands below on a phone
MANY = 4  # columns: more are moved sideways on a narrow page
PAIR = 2  # columns: a code and its words
REGULAR = 400
BOLD = 650  # from this weight on, letters are bold: a browser without ours has no weight between


@dataclass
class Blocks:
    """Writes the blocks of one paper; `scale` is against their sizes in print.

    `letterhead`: they are those that stand over all others.
    """

    language: str
    rtl: bool
    prepared: Callable[[Picture, float], Path]
    scale: float
    family: str
    letterhead: bool = False
    _breaks: bool = False

    def told(self, blocks: Iterable[Block]) -> Markup:
        """Return the blocks, items that follow one another in one list."""
        return joined(
            self._list(list(some)) if kind else joined(map(self._block, some))  # type: ignore[arg-type]
            for kind, some in groupby(filter(_is_told, _lists(blocks)), _list_kind)
        )

    def _block(self, one: Block) -> Markup:
        match one:
            case Words():
                return self._words(one)
            case Figure():
                return self._figure(one)
            case Sketch():
                return self._sketch(one)
            case Table():
                return self._table(one)
            case PageBreak():
                self._breaks = True
                return Markup("")

    def _list(self, items: list[Words]) -> Markup:
        first = items[0].number
        side = {"padding_right" if self.rtl else "padding_left": STEP}
        style = styled(margin="0", padding="0", **side)
        inside = [self._words(one) for one in items]
        if not first:
            return tag("ul", *inside, style=style)
        return tag("ol", *inside, start=None if first == 1 else first, style=style)

    def _words(self, one: Words) -> Markup:
        most = _letters(one)
        if not most:
            return Markup("")
        name = {"title": "h1", "heading": f"h{one.level}", "item": "li"}.get(one.kind, "p")
        style = styled(
            margin=f"{self._points(one.before)} 0 {self._points(one.after)}",
            padding="3px 8px" if one.fill else None,
            background=one.fill,
            font_family=None if most.family == self.family else f"'{most.family}',sans-serif",
            font_size=pixels(most.size * PER_POINT * self.scale),
            font_weight=_weight(most),
            line_height=f"{one.leading:g}",
            letter_spacing=f"{most.tracking:g}em" if most.tracking else None,
            color=most.colour,
            text_align=self._side(one.align),
            break_before=self._broken(),
        )
        return tag(name, *self._told(one.runs, most), style=style)

    def _told(self, runs: Sequence[Run | Mark | Count], most: Letters) -> Iterator[Markup]:
        """Yield the pieces of a line, a mark together with the word that follows it."""
        mark = Markup("")
        for one in runs:
            inner = self._inline(one, most)
            if isinstance(one, Mark):
                mark = joined((mark, inner))
            elif mark and isinstance(one, Run) and not one.link:
                first = one.text.split(" ")[0]
                rest = replace(one, text=one.text[len(first) :])
                kept = joined((mark, self._run(replace(one, text=first), most)))
                yield tag("span", kept, style="white-space:nowrap")
                yield self._run(rest, most) if rest.text else Markup("")
                mark = Markup("")
            else:
                yield joined((mark, inner))
                mark = Markup("")
        yield mark

    def _inline(self, one: Run | Mark | Count, most: Letters) -> Markup:
        match one:
            case Run():
                return self._run(one, most)
            case Mark():
                side = pixels(one.side * PER_MM * self.scale)
                style = f"width:{side};height:{side};vertical-align:-0.2em"
                return drawing(one.shapes, (one.side, one.side), "", style)
        return Markup("")

    def _run(self, run: Run, most: Letters) -> Markup:
        own = run.letters
        other = None if run.language in (None, self.language) else run.language
        way = _way(run.text) if other else None
        bold = _weight(own) > _weight(most)
        style = styled(
            font_size=None if own.size == most.size else pixels(own.size * PER_POINT * self.scale),
            font_weight=None if _weight(own) == _weight(most) else _weight(own),
            color=None if own.colour == most.colour else own.colour,
        )
        link = address(run.link)
        if link:
            style = styled(color=own.colour, text_decoration="underline", font_weight=_weight(own))
            return tag("a", run.text, href=link, lang=other, dir=way, style=style)
        if style or other:
            return tag("strong" if bold else "span", run.text, lang=other, dir=way, style=style)
        return words(run.text)

    def _figure(self, figure: Figure) -> Markup:
        box = Box(0, 0, figure.width, figure.height)
        path = self.prepared(Picture(box, figure.art), 0.0)
        wide = round(figure.width * PER_MM)
        other = None if figure.language == self.language else figure.language
        image = tag(
            "img",
            src=data(path),
            alt=figure.alt,
            lang=other,
            width=wide,
            style=f"width:{wide}px;max-width:100%;height:auto;border-radius:6px",
        )
        return tag("figure", image, style=self._stands(figure))

    def _sketch(self, sketch: Sketch) -> Markup:
        if _is_rule(sketch):
            line = f"{pixels(max(1.0, sketch.height * PER_MM))} solid {sketch.shapes[0].fill}"
            margin = f"{self._points(sketch.before)} 0 {self._points(sketch.after)}"
            style = styled(margin=margin, border_top=line, font_size="0", line_height="0")
            return tag("div", style=style, aria_hidden="true")
        wide = pixels(sketch.width * PER_MM)
        style = f"width:{wide};max-width:100%;height:auto"
        drawn = drawing(sketch.shapes, (sketch.width, sketch.height), sketch.alt, style)
        return tag("div", drawn, style=self._stands(sketch))

    def _stands(self, one: Figure | Sketch) -> str | None:
        return styled(
            margin=f"{self._points(one.before)} 0 {self._points(one.after)}",
            line_height="0",
            text_align=self._side(one.align),
            break_before=self._broken(),
        )

    def _broken(self) -> str | None:
        broken, self._breaks = self._breaks, False
        return "page" if broken else None

    def _points(self, number: float) -> str:
        return pixels(number * PER_POINT * self.scale) if number else "0"

    def _side(self, align: Align) -> str | None:
        """Return the side that lines begin at, where it is not the one they begin at anyway."""
        if align == "left":
            return None
        return "left" if align == "right" and self.rtl else align

    def _table(self, table: Table) -> Markup:
        edge = _edge(table)
        fills = {cell.fill for row in table.rows for cell in row}
        whole = fills.pop() if table.laid and len(fills) == 1 and not table.edge else None
        style = styled(
            width="100%",
            border_collapse="separate" if whole else "collapse",
            border_spacing="0" if whole else None,
            border=edge,
            background=whole,
            border_radius=ROUND if whole else None,
            break_before=self._broken(),
            break_inside="avoid" if table.laid else None,
        )
        rows = [self._row(table, number, whole) for number in range(len(table.rows))]
        if table.laid:
            about = {"role": "presentation", "class_": self._moves(table)}
            return tag("table", *rows, **about, style=style)
        parts = (tag("thead", *rows[:1], role=GROUP), tag("tbody", *rows[1:], role=GROUP))
        made = tag("table", *parts, class_="data", role="table", style=style)
        if len(table.widths) <= MANY:
            return made
        name = " · ".join(_said(cell) for cell in table.rows[0])
        return tag("div", made, class_="wide", role="region", tabindex=0, aria_label=name)

    def _row(self, table: Table, number: int, whole: str | None) -> Markup:
        row = table.rows[number]
        named = not table.laid and not number
        cells = []
        for at, cell in enumerate(row):
            side, above = (pixels(one * PER_MM) for one in cell.pad)
            style = styled(
                padding=f"{above} {side}",
                width=_width(table, at),
                text_align="right" if self.rtl else "left",
                vertical_align="middle" if cell.middle else "top",
                background=None if whole else cell.fill,
                border=_edge(table) if table.ruled else None,
                border_top=_edge(table) if not table.laid and number else None,
            )
            inside = self.told(cell.blocks)
            if named:
                cells.append(tag("th", inside, scope="col", role="columnheader", style=style))
            elif table.laid:
                cells.append(tag("td", inside, style=style))
            else:
                label = _said(table.rows[0][at]) if at and inside else None
                cells.append(tag("td", inside, role="cell", data_label=label, style=style))
        room = pixels(table.least * PER_MM) if table.least and not named else None
        return tag("tr", *cells, role=None if table.laid else "row", style=styled(height=room))

    def _moves(self, table: Table) -> str | None:
        """Return how the table gives way on a phone, where what it lays side by side has no room.

        The third part of a letterhead stands below; codes stay beside their words.
        """
        if self.letterhead:
            return "letterhead" if len(table.widths) == WRAPPED else None
        widest = [max(_pictures(cell), default=0.0) for row in table.rows for cell in row]
        if max(widest, default=0.0) > LARGE or not any(widest):
            return "stack"
        return "pairs" if len(table.widths) == 2 * PAIR else None


def _is_told(block: Block) -> bool:
    """Tell whether the block is heard on a page that has no end: numbers of pages are not."""
    if not isinstance(block, Words):
        return True
    return not any(isinstance(one, Count) for one in block.runs)


def _list_kind(block: Block) -> int:
    """Return 1 or 2 for an item of a list, which changes where another list begins; else 0."""
    if not isinstance(block, Words) or block.kind != "item":
        return 0
    return 2 if block.number else 1


def _lists(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, with a list that begins anew kept apart from the one before."""
    last = 0
    for one in blocks:
        number = one.number if isinstance(one, Words) and one.kind == "item" else 0
        if last and number and number != last + 1:
            yield Words(())
        last = number
        yield one


def _letters(one: Words) -> Letters | None:
    """Return the letters of most of the words."""
    found: Counter[Letters] = Counter()
    for run in one.runs:
        if isinstance(run, Run):
            found[run.letters] += 0 if run.link else len(run.text)
    if not found and any(isinstance(run, Mark) for run in one.runs):
        return Letters("", 400, 12.0, "#000000")
    return found.most_common(1)[0][0] if found else None


def _way(text: str) -> str | None:
    """Return which way words of another language run."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), None)
    return {"L": "ltr", None: None}.get(first, "rtl")


def _weight(letters: Letters) -> int:
    """Return the weight that is asked for; a browser would draw one between as bold."""
    return letters.weight if letters.weight >= BOLD else REGULAR


def _is_rule(sketch: Sketch) -> bool:
    one = len(sketch.shapes) == 1 and not sketch.alt and bool(sketch.shapes[0].fill)
    return one and sketch.width > LINE * sketch.height


def _edge(table: Table) -> str | None:
    if not table.edge:
        return None
    colour, wide = table.edge
    return f"{pixels(max(1.0, wide * PER_POINT))} solid {colour}"


def _pictures(cell: Cell) -> list[float]:
    """Return the widths of the pictures in a cell that holds nothing else."""
    found = [one.width for one in cell.blocks if isinstance(one, Figure | Sketch)]
    return found if len(found) == len(cell.blocks) else []


def _width(table: Table, at: int) -> str | None:
    """Return a column's width: its own where it holds pictures, or its share where none does."""
    drawn = [any(_pictures(row[i]) for row in table.rows) for i in range(len(table.widths))]
    if drawn[at]:
        return pixels(table.widths[at] * PER_MM)
    return None if any(drawn) else f"{table.widths[at] / table.width:.1%}"


def _said(cell: Cell) -> str:
    return " ".join(one.text for one in cell.blocks if isinstance(one, Words))
