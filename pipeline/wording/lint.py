"""Goes through a school's expectations, and tells what is wrong or could be better with each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.language import codes, language
from pipeline.model import Arena, Matrix, School
from pipeline.problems import Problem, Sourced, guess, phrase, place_of
from pipeline.wording import letters
from pipeline.wording.likeness import twin
from pipeline.wording.rules import (
    ADVICE,
    FINE,
    LINE_RULES,
    Limit,
    Line,
    heading_words,
    look,
    too_long,
)
from pipeline.wording.speech import speech

VALUES = Limit(range(3, 4), range(2, 6))
IN_CELL = Limit(range(1, 4), range(5))
IN_SCHOOL = Limit(range(46), range(61))
NAMES = (
    phrase("number of values"),
    phrase("lines in the school"),
    phrase("lines in a cell"),
    phrase("like lines"),
    *(rule.name for group in LINE_RULES for rule in group),
)
RULES = tuple(one.text for one in NAMES)
# Those that look at more than one line; a line's own rules are quiet by themselves.
SET_RULES = frozenset((*RULES[:4], *letters.RULES))
KNOWN = (*NAMES, *letters.NAMES)


@dataclass(frozen=True)
class Cell:
    """The lines that an arena has for a value."""

    arena: Arena
    value: str
    lines: tuple[Sourced, ...]


def lint(school: School) -> tuple[Problem, ...]:
    """Return what is wrong or could be better with the school's words, in the order of its papers.

    A rule that the school has turned down is a step quieter: its advice is not given, its errors
    are advice.
    """
    quiet = frozenset(filter(None, map(meant, school.turned_down)))
    found = [*_strange(school), *_values(school)]
    for audience in dict.fromkeys(one.audience for one in school.matrices):
        matrices = [one for one in school.matrices if one.audience == audience]
        found += [*_in_school(matrices), *_lines(matrices, school, quiet)]
    found += [*_themes(school, quiet), *_translated(school, quiet), *letters.look(school)]
    heard = (_quieter(one) if one.rule in quiet & SET_RULES else one for one in found)
    return tuple(one for one in heard if one)


def meant(name: str) -> str | None:
    """Return the rule that a name stands for, in whichever language it is written."""
    word = " ".join(name.split()).casefold()
    known = {language(code).tell(one): one.text for code in codes() for one in KNOWN}
    return next((rule for own, rule in known.items() if own.casefold() == word), None)


def _quieter(problem: Problem) -> Problem | None:
    return None if problem.advice else replace(problem, advice=True)


def _strange(school: School) -> Iterator[Problem]:
    """Tell of names of rules that there are not."""
    for name, why in school.turned_down.items():
        if meant(name) is None:
            what = phrase("There is no rule called '{rule}'.", rule=name)
            mend = guess(name, map(language(school.language).tell, KNOWN))
            yield Problem(place_of(name) or why.place, what, mend)


def _values(school: School) -> Iterator[Problem]:
    count = len(school.values)
    if count and VALUES.level(count) == ADVICE:
        what = phrase("The school has {count} values.", count=count)
        mend = phrase("Choose three if you can: that is what all can remember.")
        place = school.values[min(count, 4) - 1].name.place
        yield Problem(place, what, mend, advice=True, rule="number of values")


def _cells(matrix: Matrix, school: School) -> Iterator[Cell]:
    for arena in matrix.arenas:
        for value, lines in zip(school.values, arena.cells, strict=False):
            yield Cell(arena, value.name, lines)


def _in_school(matrices: list[Matrix]) -> Iterator[Problem]:
    """Tell of too many lines for those whom the matrices are for."""
    count = sum(len(lines) for one in matrices for arena in one.arenas for lines in arena.cells)
    level = IN_SCHOOL.level(count)
    if level > FINE:
        what = phrase("There are {count} lines in all.", count=count)
        mend = phrase(
            "Keep to {most}: few expectations are practised, many are only hung up.",
            most=IN_SCHOOL.good[-1],
        )
        place = matrices[0].title.place
        yield Problem(place, what, mend, advice=level == ADVICE, rule="lines in the school")


def _lines(matrices: list[Matrix], school: School, quiet: frozenset[str]) -> Iterator[Problem]:
    names = [one.name for one in school.values]
    arenas = [arena.name for one in school.matrices for arena in one.arenas]
    known = heading_words((*names, *arenas))
    spoken = speech(school.language)
    earlier: dict[str, str] = {}
    for cell in (cell for one in matrices for cell in _cells(one, school)):
        yield from _in_cell(cell)
        for text in cell.lines:
            yield from look(Line(text, spoken, known, quiet))
            same = twin(text, earlier, spoken)
            if same:
                yield _said_before(text, same, earlier[same])
            else:
                earlier[text] = cell.arena.name


def _themes(school: School, quiet: frozenset[str]) -> Iterator[Problem]:
    """Tell of the lines of themes of the year, which stand in no matrix, each by itself."""
    names = [one.name for one in school.values]
    spoken = speech(school.language)
    for focus in school.year.focuses if school.year else ():
        known = heading_words((*names, focus.arena.name))
        for text in (line for cell in focus.arena.cells for line in cell if focus.themed):
            yield from look(Line(text, spoken, known, quiet))


def _in_cell(cell: Cell) -> Iterator[Problem]:
    level = IN_CELL.level(len(cell.lines))
    if level == FINE:
        return
    if cell.lines:
        fields = {"arena": cell.arena.name, "value": cell.value, "count": len(cell.lines)}
        what = phrase("'{arena}' has {count} lines for '{value}'.", **fields)
        mend = phrase("Keep the {most} that matter most.", most=IN_CELL.good[-1])
        place = cell.lines[IN_CELL.good[-1]].place
    else:
        what = phrase(
            "'{arena}' says nothing of '{value}'.", arena=cell.arena.name, value=cell.value
        )
        mend = phrase("Write one line there: what do you see when it goes well?")
        place = cell.arena.name.place
    yield Problem(place, what, mend, advice=level == ADVICE, rule="lines in a cell")


def _said_before(text: Sourced, same: str, arena: str) -> Problem:
    if text.casefold() == same.casefold():
        what = phrase("\"{line}\" stands under '{arena}' as well.", line=text, arena=arena)
    else:
        what = phrase(
            '"{line}" is nearly the same as "{other}" under \'{arena}\'.',
            line=text,
            other=same,
            arena=arena,
        )
    mend = phrase("Keep it where it matters most: fewer lines are remembered better.")
    return Problem(text.place, what, mend, advice=True, rule="like lines")


def _translated(school: School, quiet: frozenset[str]) -> Iterator[Problem]:
    """Advise of translations that have grown too long for a poster, though the line has not."""
    spoken = speech(school.language)
    arenas = [arena for one in school.matrices for arena in one.arenas]
    lines = dict.fromkeys(text for arena in arenas for cell in arena.cells for text in cell)
    for given in school.translations.values():
        for text in lines:
            there = Line(given.get(text, text), spoken, quiet=quiet)
            rule = too_long(there)
            if rule and not too_long(Line(text, spoken, quiet=quiet)):
                mend = phrase('Say it in fewer words, as "{line}" does.', line=text)
                place = place_of(there.text)
                yield Problem(place, rule.told(there), mend, advice=True, rule=rule.name.text)
