"""Words of a slide: placeholders filled with text to edit, in boxes measured with room to spare."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from pipeline.formats.pptx.drawn import Canvas, frame
from pipeline.formats.pptx.theme import Theme
from pipeline.paper.sheet import Box, Group, Item, Letters, Row, Text, walk
from pipeline.paper.style import MM

BOLD = 600  # a weight from which letters are bold where a program knows no more than that
ABOVE = 0.8  # of a line's height is above its baseline
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
    def box(self) -> Box:
        """The box around them, as each was given room."""
        boxes = [one.box for one in self.texts]
        top = self.texts[0].baseline - leading(self.texts[0]) * MM * ABOVE
        last = self.texts[-1]
        lines = len(last.lines) if isinstance(last, Text) else 1
        low = last.baseline + (lines - ABOVE) * leading(last) * MM
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
    if isinstance(text, Row):
        return text.text
    whole = text.lines[0]
    for line in text.lines[1:]:
        if whole.endswith(SOFT):
            whole = whole[:-1] + line
        elif AT_HYPHEN.search(whole) and re.match(r"\w\w\w", line):
            whole += line
        else:
            whole += f" {line}"
    return whole.replace(SOFT, "")


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
            about = (
                f'<a:pPr algn="{align}"><a:lnSpc><a:spcPts val="{round(high * 100)}"/></a:lnSpc>'
                f'<a:spcBef><a:spcPts val="{max(0, round(before * 100))}"/></a:spcBef></a:pPr>'
            )
            done.append(f"<a:p>{about}{self._runs(text)}</a:p>")
            lines = len(text.lines) if isinstance(text, Text) else 1
            low = text.baseline + (lines - 1) * high * MM
        return "".join(done)

    def _runs(self, text: Text | Row) -> str:
        if isinstance(text, Text):
            spoken = text.language or self.language
            return f"<a:r>{self.run(text.letters, spoken)}<a:t>{escape(said(text))}</a:t></a:r>"
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
        face = self.theme.face(one.family)
        return (
            f'<a:rPr lang="{LANGUAGES.get(spoken, spoken)}" sz="{round(one.size * 100)}" '
            f'b="{bold}" spc="{track}" dirty="0">{self.theme.filled(one.colour)}'
            f'<a:latin typeface="{face}"/>{more}</a:rPr>'
        )


BODY = (
    '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/>'
    "</a:bodyPr><a:lstStyle/>"
)
