"""YAML files (.yaml, .yml, .json): matrices by name, and the settings of a school."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pipeline.problems import Faults, Phrase, Place, Sourced, fault, phrase
from pipeline.readers.door import MEGABYTE, Source, refuse_other_kinds
from pipeline.readers.grid import Found
from pipeline.readers.letters import tidy_block, unwritable
from pipeline.readers.named import named_grids
from pipeline.readers.nodes import Items, Node

if TYPE_CHECKING:
    from ruamel.yaml.events import Event
    from ruamel.yaml.main import YAML

SUFFIXES = (".yaml", ".yml", ".json")
LARGEST = MEGABYTE
DEEPEST = 30
MOST_EVENTS = 60_000
SAVE_TEXT = phrase("Save it as plain text in UTF-8.")
PLAIN = phrase("Write plain keys and values: 'navn: Heggdal skole'.")
# What the parser says, by its own words, and what we say and advise instead.
SYNTAX = (
    (r"character '\\t'|\\t", phrase("there is a tab here."), phrase("Indent with spaces.")),
    (
        r"mapping values are not allowed",
        phrase("there is a colon here where none can stand, or the line above is cut short."),
        phrase("Put the whole text in quotation marks, and see that lines begin alike."),
    ),
    (
        r"scanning a quoted scalar",
        phrase("a quotation mark is opened here and never closed."),
        phrase('Close it, as in "Jeg venter på tur".'),
    ),
    (
        r"while scanning a simple key",
        phrase("there is no colon after the key here."),
        phrase("Write 'key: value', with a space after the colon."),
    ),
    (
        r"flow|expected ',' or",
        phrase("a bracket is opened here and never closed."),
        phrase("Close it, as in [Respekt, Ansvar, Omsorg]."),
    ),
    (
        r"expected <block end>|indentation",
        phrase("this line does not begin right under those that it belongs to."),
        phrase("Let lines that belong together begin with equally many spaces."),
    ),
    (
        r"cannot start any token",
        phrase("the text begins with a sign that means something else here."),
        phrase("Put the whole text in quotation marks."),
    ),
)


def grids(source: Source) -> Found:
    """Return the matrices of a file, each as a table with its values along the top."""
    return named_grids(load(source), source.place)


def load(source: Source) -> Any:
    """Return the content as Node, Items and plain values, or raise Faults."""
    place = source.place
    if len(source.data) > LARGEST:
        raise fault(place, phrase("the file is larger than {most} MB.", most=1), SAVE_TEXT)
    refuse_other_kinds(source, SAVE_TEXT)
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.data.count(b"\n", 0, error.start) + 1
        what = phrase("the letters in this line are not written in UTF-8.")
        raise fault(place.at(line=line), what, SAVE_TEXT) from None
    for number, line_text in enumerate(text.split("\n"), 1):
        sign = unwritable(line_text)
        if sign:
            raise _unwritable(place.at(line=number), sign)
    return _Builder(place).build(text)


class _Builder:
    """Puts a file together from the parser's events, without recursion and without aliases."""

    def __init__(self, place: Place) -> None:
        from ruamel.yaml import YAML

        self.place = place
        self.yaml: YAML = YAML(typ="safe", pure=True)
        self.open: list[tuple[Node | Items, Sourced | None]] = []
        self.root: Any = None
        self.documents = 0

    def build(self, text: str) -> Any:
        """Return what the text says."""
        for count, event in enumerate(self._events(text)):
            at = self.place.at(line=event.start_mark.line + 1)
            name = type(event).__name__.removesuffix("Event")
            self._refuse(event, name, at)
            if count > MOST_EVENTS:
                what = phrase("there is far more in this file than a school needs.")
                raise fault(at, what, phrase("Divide it, or take out what is not the school's."))
            if name in ("MappingStart", "SequenceStart"):
                whole = Node(at) if name == "MappingStart" else Items(at)
                self._put(whole, at, "")
                self.open.append((whole, None))
            elif name in ("MappingEnd", "SequenceEnd"):
                self.open.pop()
            elif name == "Scalar":
                self._scalar(event, at)
        return self.root

    def _events(self, text: str) -> Iterator[Event]:
        from ruamel.yaml.error import YAMLError

        try:
            yield from self.yaml.parse(text)
        except (YAMLError, ValueError, RecursionError, AssertionError, IndexError) as error:
            raise _syntax(error, self.place) from None

    def _refuse(self, event: Event, name: str, at: Place) -> None:
        self.documents += name == "DocumentStart"
        if getattr(event, "anchor", None) is not None:
            what = phrase("the file points from one place in it to another (& or *).")
            raise fault(at, what, phrase("Write the text out in both places."))
        if getattr(event, "tag", None) is not None:
            raise fault(at, phrase("a value begins with '!' here."), PLAIN)
        if self.documents > 1:
            mend = phrase("Take out the line '---', or make two files.")
            raise fault(at, phrase("a second document begins here."), mend)
        if len(self.open) > DEEPEST:
            raise fault(at, phrase("there are too many levels here."), PLAIN)

    def _scalar(self, event: Any, at: Place) -> None:
        if self.open and isinstance(self.open[-1][0], Node) and self.open[-1][1] is None:
            self._key(str(event.value), at)
        else:
            self._put(self._value(event, at), at, str(event.value))

    def _key(self, text: str, at: Place) -> None:
        node = self.open[-1][0]
        key = Sourced(_tidy(text, at), at)
        if key in node:
            first = dict(node.place_of(key).steps).get("line", "?")
            what = phrase(
                "'{key}' stands here again; it is in line {first} already.", key=key, first=first
            )
            raise fault(at, what, phrase("Keep one of the two."))
        if key == "<<":
            raise fault(at, phrase("the file merges one part of it into another (<<)."), PLAIN)
        self.open[-1] = node, key

    def _put(self, value: Any, at: Place, written: str) -> None:
        if not self.open:
            self.root = value
            return
        whole, key = self.open[-1]
        if isinstance(whole, Items):
            whole.note(len(whole), at, written)
            whole.append(value)
        elif key is None:
            raise fault(at, phrase("a key must be plain words."), PLAIN)
        else:
            whole.note(key, at, written)
            whole[key] = value
            self.open[-1] = whole, None

    def _value(self, event: Any, at: Place) -> Any:
        from ruamel.yaml.nodes import ScalarNode

        tag = str(self.yaml.resolver.resolve(ScalarNode, event.value, event.implicit))
        kind = tag.rpartition(":")[2]
        if kind not in ("int", "float", "bool", "null", "timestamp"):
            return Sourced(_tidy(event.value, at), at)
        node = ScalarNode(tag, event.value, event.start_mark, event.end_mark)
        try:
            return getattr(self.yaml.constructor, f"construct_yaml_{kind}")(node)
        except (ValueError, OverflowError):
            what = phrase("'{quote}' is no number and no day.", quote=event.value[:40])
            mend = phrase("Write a day as 2027-02-08, and put other text in quotation marks.")
            raise fault(at, what, mend) from None


def _tidy(text: str, at: Place) -> str:
    sign = unwritable(text)
    if sign:
        raise _unwritable(at, sign)
    return tidy_block(text)


def _unwritable(at: Place, sign: str) -> Faults:
    what = phrase("there is a sign here that can not be printed ({sign}).", sign=sign)
    return fault(at, what, phrase("Delete the text and write it again."))


def _syntax(error: Exception, place: Place) -> Faults:
    """Return the parser's error in words, at the line that it names."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = " ".join(str(getattr(error, part, "")) for part in ("context", "problem"))
    what: Phrase = phrase("this is not understood as YAML.")
    mend = PLAIN
    for pattern, wrong, better in SYNTAX:
        if re.search(pattern, said):
            what, mend = wrong, better
            break
    if "quoted scalar" in said or "simple key" in said:
        mark = getattr(error, "context_mark", None) or mark
    return fault(place.at(line=mark.line + 1) if mark else place, what, mend)
