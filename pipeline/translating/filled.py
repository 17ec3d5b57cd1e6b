"""A sheet that comes back from a translator: read, and looked at before a word of it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.intake import translate
from pipeline.language import Language, codes, language, tongues
from pipeline.model import School
from pipeline.paper.fonts import letters_without_a_face
from pipeline.problems import Gathered, Phrase, Place, Sourced, fault, guess, nearest, phrase
from pipeline.readers import door, excel
from pipeline.readers.letters import tidy, unwritable
from pipeline.translating.sheet import MARK, TRANSLATION
from pipeline.translating.texts import digest, room

PICK = phrase("Give the sheet that the translator has filled in (.xlsx).")
ANEW = phrase("Make a new sheet, and copy the translations into it: pals translate export.")
WORDS = phrase("Write the words themselves in the cell.")
TEXT = phrase("The school's text")
LONGEST, MOST_ROWS = 500, 5_000
FEW = 3  # translations from which on we dare to say that all are in another language
FIELD = re.compile(r"\{+[^{}]*\}+|[{}]")
CODE = re.compile(r"\((\w{2})\)\s*$")
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # how a workbook writes a control sign
Cells = Mapping[tuple[int, int], Any]


@dataclass(frozen=True)
class Row:
    """A text of the school with what the translator wrote, and what the sheet said when it left."""

    text: str
    words: Sourced
    mark: str

    @property
    def as_exported(self) -> bool:
        """Whether nobody has written here since the sheet was made."""
        return self.exported_as(self.words)

    def exported_as(self, words: str) -> bool:
        """Tell whether the sheet was made with this translation in it."""
        return self.mark.partition("-")[2] == digest(words)


@dataclass(frozen=True)
class Filled:
    """A filled sheet: its language, its rows, and translations of texts that are no more."""

    code: str
    rows: tuple[Row, ...]
    late: Mapping[str, str]

    @property
    def file(self) -> str:
        """The file that the translations go to."""
        return f"{self.code}.yaml"


def read(path: Path, school: School, gathered: Gathered) -> Filled:
    """Return what the sheet says; all that is wrong in it is gathered. Faults where it is none."""
    source = door.take_in(path, pick=PICK)
    excel.let_in(source)
    book = excel.open_book(source, values=False)
    for sheet in book.worksheets:
        cells: Cells = {at: cell for at, cell in sheet._cells.items() if cell.value is not None}
        heads = _heads(cells)
        if TEXT in heads and TRANSLATION in heads:
            place = source.place.at(sheet=sheet.title)
            tongue = _tongue(cells[1, heads[TRANSLATION]], place, school)
            rows = tuple(_rows(cells, heads, place, gathered))
            return _Looking(school, tongue, gathered).through(rows, place)
    what = phrase("this is no sheet of ours: its first row does not say what the columns are.")
    raise fault(source.place, what, ANEW)


def _heads(cells: Cells) -> dict[Phrase, int]:
    """Return which column is which by the words of the first row, in any of our languages."""
    found: dict[Phrase, int] = {}
    for (row, column), cell in sorted(cells.items()):
        if row != 1:
            continue
        said = CODE.sub("({code})", tidy(str(cell.value))).casefold()
        for head in (TEXT, TRANSLATION, MARK):
            if said in {
                language(code).phrases.get(head.text, head.text).casefold() for code in codes()
            }:
                found.setdefault(head, column)
    return found


def _tongue(head: Any, place: Place, school: School) -> Language:
    written = CODE.search(str(head.value))
    code = written[1] if written else ""
    if code not in tongues() or code == school.language:
        what = phrase("'{word}' is not a language that we translate to.", word=code)
        others = [one for one in tongues() if one != school.language]
        raise fault(place.at(cell=head.coordinate), what, guess(code, others))
    return language(code)


def _rows(
    cells: Cells, heads: Mapping[Phrase, int], place: Place, gathered: Gathered
) -> Iterator[tuple[str, Sourced, str, Place]]:
    """Yield text, translation, mark and the text's place of each row that says anything."""
    text, theirs, mark = (heads.get(one, 0) for one in (TEXT, TRANSLATION, MARK))
    numbers = sorted({row for row, column in cells if row > 1 and column in (text, theirs)})
    if len(numbers) > MOST_ROWS:
        raise fault(place, door.TOO_MUCH, ANEW)
    for row in numbers:
        found = {}
        for column in (text, theirs, mark):
            cell = cells.get((row, column))
            where = place.at(cell=cell.coordinate) if cell else place
            found[column] = Sourced(_words(cell, where, gathered), where)
        yield found[text], found[theirs], str(found[mark]), found[text].place or place


def _words(cell: Any, place: Place, gathered: Gathered) -> str:
    """Return the words of a cell, tidy; none where it holds what is no words."""
    if cell is None:
        return ""
    said = ESCAPED.sub(lambda one: chr(int(one[1], 16)), str(cell.value))
    if cell.data_type in ("f", "e"):
        gathered.error(place, phrase("there is a formula here, not words."), WORDS)
        return ""
    if sign := unwritable(said):
        what = phrase("there is a sign here that can not be printed ({sign}).", sign=sign)
        gathered.error(place, what, phrase("Delete the text and write it again."))
        return ""
    return tidy(said)


@dataclass(frozen=True)
class _Looking:
    """What a sheet is held up against: the school's texts, in a language."""

    school: School
    tongue: Language
    gathered: Gathered

    @property
    def named(self) -> str:
        """The language's name, in the school's own."""
        return str(language(self.school.language).facts["languages"][self.tongue.code])

    def through(self, rows: tuple[tuple[str, Sourced, str, Place], ...], place: Place) -> Filled:
        """Return the rows that hold, and note what is wrong in the others."""
        kinds = {str(text): kind for text, kind in translate.kinds(self.school).items()}
        found: dict[str, Row] = {}
        late: dict[str, str] = {}
        for text, words, mark, where in rows:
            if not words:
                continue
            if not self._known(text, mark, where, kinds):
                if text and mark.partition("-")[0] == digest(text):
                    late[text] = str(words)
                continue
            row = Row(text, words, mark)
            if text in found and found[text].words != words:
                what = phrase("'{words}' is translated in two ways.", words=text)
                self.gathered.error(words.place, what, phrase("Keep one of them."))
            elif self._sound(row):
                self._well(row, room(kinds[text]))
            found.setdefault(text, row)
        if not found and not late:
            mend = phrase("Write the translations in the sheet, save it and try again.")
            self.gathered.error(place, phrase("nothing is translated here."), mend)
        self._in_its_letters(list(found.values()), place)
        return Filled(self.tongue.code, tuple(found.values()), late)

    def _known(self, text: str, mark: str, where: Place, kinds: Mapping[str, Any]) -> bool:
        """Tell whether the school has the text, or note that it is new or was changed here."""
        sent = mark.partition("-")[0]
        ours = next((one for one in kinds if sent and digest(one) == sent), None)
        if text in kinds and ours in (None, text):
            return True
        if ours:
            what = phrase("the school's text was changed here.")
            mend = phrase("Write it as it was: '{words}'.", words=ours)
            self.gathered.error(where, what, mend)
        elif text and sent == digest(text):
            what = phrase("the school has changed '{words}' since the sheet was made.", words=text)
            mend = phrase("Translate the new text: pals translate export {code}.", code=self.code)
            self.gathered.advise(where, what, mend)
        else:
            near = nearest(text, kinds)
            what = phrase("'{words}' is not among the school's texts.", words=text)
            mend = guess(text, [near]) if near else ANEW
            self.gathered.error(where, what, mend)
        return False

    @property
    def code(self) -> str:
        """The language's code."""
        return self.tongue.code

    def _sound(self, row: Row) -> bool:
        """Tell whether the words can be printed, or note why not."""
        words, place = row.words, row.words.place
        if words[0] in "=+-@":
            what = phrase("the text begins with '{sign}', as a formula does.", sign=words[0])
            self.gathered.error(place, what, phrase("Begin with a word."))
        elif sorted(FIELD.findall(words)) != sorted(FIELD.findall(row.text)):
            what = phrase("what stands in braces is not as in the school's text.")
            fields = ", ".join(FIELD.findall(row.text)) or "–"
            mend = phrase("Keep these just as they are, and no others: {fields}.", fields=fields)
            self.gathered.error(place, what, mend)
        elif lacking := letters_without_a_face(words):
            what = phrase("no font here has these letters: {letters}", letters=" ".join(lacking))
            self.gathered.error(place, what, phrase("Write them in another way."))
        elif len(words) > LONGEST:
            what = phrase("the text has {count} characters.", count=len(words))
            self.gathered.error(place, what, phrase("Keep to {most}.", most=LONGEST))
        else:
            return True
        return False

    def _well(self, row: Row, most: int) -> None:
        """Note what could be better: a text without room, or one that is the Norwegian."""
        words = row.words
        if most and len(words) > most:
            what = phrase(
                "the translation has {count} characters, and there is room for {most}.",
                count=len(words),
                most=most,
            )
            mend = phrase("Say it in fewer words, or the letters may become small.")
            self.gathered.advise(words.place, what, mend)
        if self.code != "nn" and " " in row.text and words.casefold() == row.text.casefold():
            what = phrase("this is the school's text, not a translation.")
            mend = phrase("Translate it, or leave the cell empty.")
            self.gathered.advise(words.place, what, mend)

    def _in_its_letters(self, rows: list[Row], place: Place) -> None:
        """Note translations that have no letter of the language's own script."""
        script = self.tongue.facts.get("script")
        if not script:
            return
        strange = [row for row in rows if not re.search(f"[{script}]", row.words)]
        strange = [row for row in strange if re.search("[a-zæøå]{2}", row.words)]
        if len(strange) >= FEW and len(strange) > len(rows) / 2:
            what = phrase("this is not written in {language}.", language=self.named)
            mend = phrase("See that the right language was translated to.")
            self.gathered.error(place, what, mend)
            return
        for row in strange:
            what = phrase(
                "'{words}' is not written in {language}.", words=row.words, language=self.named
            )
            self.gathered.advise(row.words.place, what, phrase("See that it is the right text."))
