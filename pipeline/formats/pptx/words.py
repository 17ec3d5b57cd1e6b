"""Words of a slide: placeholders filled with text to edit, in boxes measured with room to spare."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from pipeline.formats.pptx.drawn import Canvas, frame
from pipeline.formats.pptx.theme import Theme
from pipeline.paper.fonts import face
from pipeline.paper.sheet import Box, Group, Item, Letters, Row, Text, walk
from pipeline.paper.style import MM

BOLD = 600  # a weight from which letters are bold where a program knows no more than that
BELOW = 0.2  # em that a line of a set height has below its baseline
SOFT = "\u00ad"
AT_HYPHEN = re.compile(r"\w\w\w-$")
LANGUAGES = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
SIDES = {"left": "l", "center": "ctr", "right": "r"}
FIRST_BODY = 10  # the number of the first placeholder for text


@dataclass(frozen=True)
class Block:
    """Paragraphs that stand in one placeholder: one below the other, in letters alike."""

    kind: str
    texts: tuple[Text | Row, ...]

    @property
    def single(self) -> bool:
        """Tell whether it is a line by itself, as high as its face: a link, or what is at the foot.

        Impress lays a field, such as a link or a number, too high in a line of set height.
        """
        return len(self.texts) == 1 and (self.kind == "foot" or isinstance(self.texts[0], Row))

    @property
    def box(self) -> Box:
        """The box around them, as each was given room."""
        boxes = [one.box for one in self.texts]
        first, last = self.texts[0], self.texts[-1]
        high, below = leading(first) / letters(first).size, BELOW
        if self.single:
            own = face(letters(first).family, letters(first).weight)
            high, below = own.ascent + own.descent, own.descent
        top = first.baseline - (high - below) * letters(first).size * MM
        lines = len(last.lines) if isinstance(last, Text) else 1
        low = last.baseline + ((lines - 1) * leading(last) + below * letters(last).size) * MM
        left = min(one.x for one in boxes)
        return Box(left, top, max(one.right for one in boxes) - left, low - top)


def letters(text: Text | Row) -> Letters:
    """Return how the text's letters look."""
    return text.letters if isinstance(text, Text) else text.pieces[0].letters


def leading(text: Text | Row) -> float:
    """Return the text's line height in pt."""
    return text.leading if isinstance(text, Text) else text.pieces[0].letters.size * 1.3


def blocks(items: Sequence[Item]) -> Iterator[Block | Item]:
    """Yield what stands on a slide in order: words gathered into blocks, all else as it is."""
    waiting: list[Text | Row] = []
    for item in items:
        found = _texts(item)
        title = isinstance(item, Group) and item.kind == "title"
        if found and not title and (not waiting or letters(waiting[-1]) == letters(found[0])):
            waiting += found
            continue
        if waiting:
            yield Block("text", tuple(waiting))
            waiting = []
        if title:
            yield Block("title", tuple(found))
        elif found:
            waiting = found
        else:
            yield item
    if waiting:
        yield Block("text", tuple(waiting))


def _texts(item: Item) -> list[Text | Row]:
    return [one for one, _ in walk((item,)) if isinstance(one, Text | Row)]


def said(text: Text | Row) -> str:
    """Return the text on one line again, words whole."""
    return " ".join(told_lines(text))


def told_lines(text: Text | Row) -> list[str]:
    """Return the text's lines, words whole: one that ends within a word takes the next along."""
    if isinstance(text, Row):
        return [text.text]
    done = [text.lines[0]]
    for line in text.lines[1:]:
        if done[-1].endswith(SOFT) or (AT_HYPHEN.search(done[-1]) and re.match(r"\w\w\w", line)):
            done[-1] = done[-1].removesuffix(SOFT) + line
        else:
            done.append(line)
    return [one.replace(SOFT, "") for one in done]


@dataclass(frozen=True)
class Writer:
    """Writes words in the paper's language; `link` gives the relation of an address."""

    theme: Theme
    language: str
    link: Callable[[str], str]

    def placeholder(self, canvas: Canvas, block: Block, ph: str, name: str) -> str:
        """Return the block in its placeholder."""
        return (
            f'<p:sp><p:nvSpPr>{canvas.named(name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr>{ph}</p:nvPr></p:nvSpPr><p:spPr>{frame(block.box)}</p:spPr>"
            f"<p:txBody>{BODY}{self.paragraphs(block)}</p:txBody></p:sp>"
        )

    def paragraphs(self, block: Block) -> str:
        """Return the block's paragraphs, each as far below the last as it stands on the paper."""
        done: list[str] = []
        low = 0.0
        for text in block.texts:
            high = leading(text)
            before = (text.baseline - low) / MM - high if done else 0.0
            align = SIDES[text.align] if isinstance(text, Text) else "l"
            spacing = "" if block.single else f"<a:lnSpc>{_points(high)}</a:lnSpc>"
            about = f"{spacing}<a:spcBef>{_points(max(0.0, before))}</a:spcBef>"
            about = f'<a:pPr algn="{align}">{about}</a:pPr>'
            done.append(f"<a:p>{about}{self._runs(text)}</a:p>")
            lines = len(text.lines) if isinstance(text, Text) else 1
            low = text.baseline + (lines - 1) * high * MM
        return "".join(done)

    def _runs(self, text: Text | Row) -> str:
        if isinstance(text, Text):
            look = self.run(text.letters, text.language or self.language)
            lines = (f"<a:r>{look}<a:t>{escape(one)}</a:t></a:r>" for one in told_lines(text))
            return f"<a:br>{look}</a:br>".join(lines)
        runs = []
        for one in text.pieces:
            link = f'<a:hlinkClick r:id="{self.link(one.link)}"/>' if one.link else ""
            spoken = one.language or self.language
            look = self.run(one.letters, spoken, link)
            runs.append(f"<a:r>{look}<a:t>{escape(one.text)}</a:t></a:r>")
        return "".join(runs)

    def run(self, one: Letters, spoken: str, more: str = "") -> str:
        """Return how a run of letters looks, and its language."""
        bold = 1 if one.weight >= BOLD else 0
        track = round(one.tracking * one.size * 100)
        family = self.theme.face(one.family)
        return (
            f'<a:rPr lang="{LANGUAGES.get(spoken, spoken)}" sz="{round(one.size * 100)}" '
            f'b="{bold}" spc="{track}" dirty="0">{self.theme.filled(one.colour)}'
            f'<a:latin typeface="{family}"/>{more}</a:rPr>'
        )


def _points(size: float) -> str:
    return f'<a:spcPts val="{round(size * 100)}"/>'


BODY = (
    '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/>'
    "</a:bodyPr><a:lstStyle/>"
)
