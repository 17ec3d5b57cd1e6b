"""The school's own letters in sources/brev/: drawings with consent, fields known, letters there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.intake import keys
from pipeline.language import codes, language, tongues
from pipeline.model import Drawing, OwnLetter, Passage, Saying, School
from pipeline.paper.fonts import letters_without_a_face
from pipeline.problems import (
    Dated,
    Faults,
    Gathered,
    Phrase,
    Place,
    Problem,
    Sourced,
    guess,
    nearest,
    phrase,
)
from pipeline.readers.letter_file import SUFFIX, LetterBlock, LetterRecord, read_letter
from pipeline.readers.nodes import Node
from pipeline.year import fields

HOME = "brev"
USE = "weekplan"  # what goes home on paper and phone has the consent of week plans
FRONT = ("recipient", "day", "written_in")


def read(
    folder: Path, school: School, drawn: Sequence[Drawing], today: date, gathered: Gathered
) -> tuple[OwnLetter, ...]:
    """Return the letters in the order of their files' names, or note what is wrong with them."""
    found = []
    home = folder / "sources" / HOME
    for path in sorted(home.glob(f"*{SUFFIX}")) if home.is_dir() else ():
        try:
            record = read_letter(path)
        except Faults as faults:
            gathered.add(faults.problems)
            continue
        noted = Gathered()
        noted.add(record.notes)
        found.append(_Desk(school, drawn, today, noted).letter(record, Place(path.name)))
        gathered.add(sorted(noted, key=_line))
    return tuple(found)


@dataclass(frozen=True)
class _Desk:
    """Gives a letter its meaning at the school, and notes what has none."""

    school: School
    drawn: Sequence[Drawing]
    today: date
    gathered: Gathered

    def letter(self, record: LetterRecord, file: Place) -> OwnLetter:
        """Return the letter of a record."""
        given = dict(self._front(record.front))
        day = self._day(given.get("day"))
        code = self._tongue(given.get("written_in"))
        passages = tuple(one for block in record.blocks for one in self._passage(block))
        to = given.get("recipient", Sourced(""))
        letter = OwnLetter(Sourced(record.name, file), code, passages, to, day)
        self._look(letter)
        return letter

    def _front(self, node: Node) -> Iterator[tuple[str, Sourced]]:
        """Yield what stands at the top of the letter, by its English name."""
        meant = _words()
        for key in node:
            name = meant.get(str(key).strip().casefold())
            value = node[key]
            words = value if isinstance(value, str) else node.written(key)
            if name is None:
                what = phrase("'{key}' is not asked for here.", key=key)
                own = list(language(self.school.language).facts["letter_front"])
                near = nearest(key, meant)
                self.gathered.error(node.place_of(key), what, guess(key, [near] if near else own))
            elif isinstance(value, dict | list):
                what = phrase("'{key}' should be words on one line.", key=key)
                mend = phrase("Write it on one line after the colon.")
                self.gathered.error(node.place_of(key), what, mend)
            elif value is not None:
                yield name, Sourced(words, node.place_of(key))

    def _day(self, written: Sourced | None) -> Dated | None:
        from pipeline.intake import scalars

        if written is None:
            return None
        try:
            return scalars.day(written, None)  # type: ignore[arg-type]
        except scalars.Refused as refused:
            (problem,) = refused.problems
            self.gathered.error(written.place, problem.what, problem.mend)
            return None

    def _tongue(self, written: Sourced | None) -> str:
        if written is None:
            return self.school.language
        code = keys.english(written, tongues())
        if code is None:
            what = phrase("There is no language '{code}' here.", code=written)
            self.gathered.error(written.place, what, guess(written, tongues()))
        return code or self.school.language

    def _passage(self, block: LetterBlock) -> Iterator[Passage]:
        if block.picture is not None:
            yield from self._picture(block, block.picture)
            return
        sayings = tuple(Saying(one.text, one.bold, one.link) for one in block.pieces)
        about = block.level, block.number, "", block.broken
        yield Passage(block.kind, sayings, block.place, *about)

    def _picture(self, block: LetterBlock, written: Sourced) -> Iterator[Passage]:
        """Yield the drawing that a letter shows; one without consent is left out, and told of."""
        stem = written.removeprefix("assets/").removeprefix("drawings/")
        known = {name: one for one in self.drawn for name in (one.file, one.name)}
        drawing = known.get(stem)
        alt = block.pieces[0].text
        if drawing is None:
            what = phrase(
                "'{file}' is no drawing that is told of in assets/drawings.yaml.", file=stem
            )
            near = nearest(stem, known)
            other = phrase(
                "Put it in assets/drawings and tell of it there: other pictures stand in no letter."
            )
            self.gathered.error(written.place, what, guess(stem, [near]) if near else other)
        elif not drawing.consent.covers(USE, self.today):
            what = phrase(
                "The guardians have not said yes to '{name}' in what goes home: left out here.",
                name=drawing.name,
            )
            mend = phrase("Ask the guardians if you want to use it there.")
            self.gathered.advise(written.place, what, mend)
        else:
            own = (Saying(alt),) if alt else ()
            yield Passage("picture", own, block.place, drawing=drawing.name)

    def _look(self, letter: OwnLetter) -> None:
        told = fields.told_of(letter, self.school)
        for saying in (one for part in letter.passages for one in part.sayings):
            self._fields(saying.text, told)
            self._letters(saying.text)

    def _fields(self, text: Sourced, told: fields.Told) -> None:
        code = self.school.language
        for name in fields.asked(text):
            field = fields.meant(name)
            if field is None:
                what = phrase("There is no field called '{name}'.", name=name)
                self.gathered.error(text.place, what, guess(name, fields.known(code)))
            elif not fields.FIELDS[field](told):
                what = phrase("Nothing is known to put in '{name}'.", name=name)
                self.gathered.error(text.place, what, _lacking(field, told))
        if fields.broken(text):
            what = phrase("Here are braces that do not make a field.")
            mend = phrase("Write a field as {{{{ {name} }}}}.", name=fields.known(code)[0])
            self.gathered.error(text.place, what, mend)

    def _letters(self, text: Sourced) -> None:
        lacking = letters_without_a_face(text)
        if lacking:
            what = phrase(
                "No font has these letters: {letters}.", letters=" ".join(sorted(lacking))
            )
            self.gathered.error(text.place, what, phrase("Take them out, or write it in words."))


def _line(problem: Problem) -> int:
    return int(dict(problem.place.steps).get("line", 0)) if problem.place else 0


def _lacking(field: str, told: fields.Told) -> Phrase:
    if told.day is None and field in fields.BY_DAY:
        words = language(told.school.language).facts["letter_front"]
        own = next(word for word, one in words.items() if one == "day")
        return phrase("Write the day of the letter at its top: '{key}: 15.9.2026'.", key=own)
    return phrase("Write it in skole.yaml or skolear.yaml, or take the field out.")


def _words() -> dict[str, str]:
    """Return the words that may stand at the top of a letter, with the English one of each."""
    found = {one: one for one in FRONT}
    for code in codes():
        found |= language(code).facts.get("letter_front") or {}
    return found
