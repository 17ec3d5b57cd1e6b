"""What stands on the contents page, as plain data: files, cards, kits, kinds and what is new."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pipeline.model import Value


@dataclass(frozen=True)
class File:
    """A file to open: its path below the page's folder, its kind, and its size in bytes.

    `edited`: a hand has changed it; `beside` is then the new one, if there is one.
    """

    path: str
    kind: str
    size: int
    edited: bool = False
    beside: File | None = None


@dataclass(frozen=True)
class Way:
    """One way in which a thing is made: paper, how it lies, language; and how far off it reads."""

    label: str
    files: tuple[File, ...]
    reads_at: float = 0.0


@dataclass(frozen=True)
class Card:
    """One thing that was made, in all its ways; `picture` is the key of its small picture.

    `state` is "new" or "changed" where the card tells what is new; `placed`: its title is the
    place that it is about.
    """

    id: str
    title: str
    kind: str
    ways: tuple[Way, ...]
    picture: str = ""
    state: str = ""
    placed: bool = False


@dataclass(frozen=True)
class Kit:
    """What belongs to one place or theme: its own things, and those that it also stands on."""

    id: str
    title: str
    spans: tuple[tuple[date, date], ...]
    cards: tuple[Card, ...]
    also: tuple[Card, ...] = ()


@dataclass(frozen=True)
class Kind:
    """All things of one kind: what such a thing is, and what it is for."""

    id: str
    title: str
    about: str
    use: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class News:
    """What was made or changed on a day."""

    day: date
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Small:
    """A small picture: its bytes, media type, width and height in pixels."""

    content: bytes
    media: str
    width: int
    height: int


@dataclass(frozen=True)
class Face:
    """Letters that the page brings with it: their weights, and the font file's bytes."""

    weights: str
    content: bytes


@dataclass(frozen=True)
class Whose:
    """Whose page it is: the school's name, motto, values, edition and credits; its logo's key."""

    name: str
    motto: str = ""
    values: tuple[Value, ...] = ()
    edition: str = ""
    credits: tuple[str, ...] = ()
    logo: str = ""


@dataclass(frozen=True)
class Contents:
    """All that stands on the page."""

    whose: Whose
    news: tuple[News, ...]
    kits: tuple[Kit, ...]
    kinds: tuple[Kind, ...]
    pictures: Mapping[str, Small] = field(default_factory=dict)
    faces: tuple[Face, ...] = ()
