"""What a build's languages lack: words that nobody has translated, a person who has checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.language import codes, language
from pipeline.model import School
from pipeline.paper import flow
from pipeline.paper.flow import Figure, Flow, Words
from pipeline.paper.sheet import Group, Sheets, Text, walk
from pipeline.problems import Gathered, Sourced, phrase, place_of

SOFT = "\u00ad"
Missing = Mapping[str, tuple[Sourced, ...]]


def tell(
    school: School, missing: Missing, papers: Mapping[str, list[Flow | Sheets]], gathered: Gathered
) -> None:
    """Note of each language which texts stay in the school's own, and that nobody has checked it.

    In a language of the parents only those texts count that its papers print.
    """
    read = _read_by_parents(school) if missing.keys() - set(codes()) else frozenset()
    for code, texts in missing.items():
        if code in codes():
            _untranslated(school, code, texts, gathered)
            continue
        printed = "\n".join(one for paper in papers.get(code, ()) for one in _said(paper))
        _untranslated(
            school, code, tuple(one for one in texts if one in read and one in printed), gathered
        )
        _unchecked(school, code, gathered)


def _read_by_parents(school: School) -> frozenset[Sourced]:
    from pipeline.intake.translate import for_parents, texts

    return frozenset(texts(for_parents(school)))


def _untranslated(
    school: School, code: str, texts: tuple[Sourced, ...], gathered: Gathered
) -> None:
    if not texts:
        return
    fields = {"count": len(texts), "language": _named(school, code)}
    many = phrase("{count} texts have no translation ({language}).", **fields)
    one = phrase("'{words}' has no translation ({language}).", words=texts[0], **fields)
    mend = phrase("Write them in sources/oversettelser/{code}.yaml.", code=code)
    if code not in codes():
        mend = phrase("Let somebody translate: pals translate export {code}", code=code)
    gathered.advise(place_of(texts[0]), many if len(texts) > 1 else one, mend)


def _unchecked(school: School, code: str, gathered: Gathered) -> None:
    if language(code).checked:
        return
    what = phrase(
        "What we say ourselves in {language} has not been checked by a person yet.",
        language=_named(school, code),
    )
    mend = phrase(
        "Ask one who reads it well to look through a letter, and write the name after"
        " 'checked_by:' in languages/parents/{code}.yaml.",
        code=code,
    )
    gathered.advise(None, what, mend)


def _named(school: School, code: str) -> str:
    return str(language(school.language).facts["languages"].get(code, code))


def _said(paper: Flow | Sheets) -> Iterator[str]:
    """Yield each text of the paper, what is read aloud too."""
    if isinstance(paper, Flow):
        for block in flow.walk(paper):
            if isinstance(block, Words):
                yield block.text.replace(SOFT, "")
            elif isinstance(block, Figure):
                yield block.alt
        return
    for sheet in paper.sheets:
        for item, _ in walk(sheet.items):
            if isinstance(item, Text):
                yield " ".join(item.lines).replace(SOFT, "")
            elif isinstance(item, Group):
                yield item.alt
