"""Takes the pictures that a school already has: which may come in, and what their names tell."""

from __future__ import annotations

import os
import re
import shutil
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pipeline import starter
from pipeline.language import Language
from pipeline.problems import Phrase, Place, Problem, fault, phrase

MAX_BYTES = 100_000_000
MOST_FILES, MOST_BYTES = 300, 2_000_000_000
# The first bytes of the pictures that are read here, and how their files end.
SIGNS = (
    (re.compile(rb"\xff\xd8\xff"), ".jpg"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), ".png"),
    (re.compile(rb"II\*\0|MM\0\*"), ".tif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), ".webp"),
    (re.compile(rb"BM.{4}\0{4}", re.DOTALL), ".bmp"),
    (re.compile(rb".{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)", re.DOTALL), ".heic"),
)
HEAD = 32
# A pipe is opened without waiting for somebody to write in it. Windows lacks some of these.
READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
NO_LINK = getattr(os, "O_NOFOLLOW", 0)
EXACT = 3  # words of up to so many letters must be the same; longer ones may have another ending
LONGEST_ENDING = 3
LONGEST_KEY = 40
RESERVED = ("con", "prn", "aux", "nul")
LEAVE = phrase("It is left out. If it is a drawing, put the picture itself in assets/drawings.")
NO_PICTURE = phrase("this is no JPEG, PNG, HEIC, TIFF, WEBP or BMP.")


@dataclass(frozen=True)
class Taken:
    """A drawing that came in: what its file was called, its name here, and the arena it shows."""

    given: str
    file: str
    arena: str | None

    @property
    def name(self) -> str:
        """The name without its ending."""
        return Path(self.file).stem


def copied(path: Path, stem: Path, follow: bool = False) -> Path | Phrase:
    """Copy a picture byte by byte to the stem with the ending of its kind, or return why not.

    A link is not followed unless that is asked for. OSError when the copy can't be written.
    """
    if path.is_symlink() and not follow:
        return phrase("this is a link to another place.")
    if path.is_dir():
        return phrase("this is a folder, not a file.")
    try:
        file = os.fdopen(os.open(path, READ if follow else READ | NO_LINK), "rb")
    except OSError:
        return phrase("the file can not be opened.")
    with file:
        facts = os.fstat(file.fileno())
        if not stat.S_ISREG(facts.st_mode):
            return phrase("this is no plain file.")
        if facts.st_size > MAX_BYTES:
            return phrase("the file is larger than {most} MB.", most=MAX_BYTES // 1_000_000)
        head = file.read(HEAD)
        suffix = next((suffix for sign, suffix in SIGNS if sign.match(head)), None)
        if suffix is None:
            return NO_PICTURE if head else phrase("the file is empty.")
        target = stem.with_name(stem.name + suffix)
        with target.open("xb") as copy:
            copy.write(head)
            shutil.copyfileobj(file, copy)
    return target


def drawings(
    folder: Path, home: Path, arenas: Sequence[str], tongue: Language
) -> tuple[list[Taken], list[Problem]]:
    """Copy the pictures of the folder to `home` under safe names; Faults where there are too many.

    A name tells nothing but the arena: what a file was called may be a child's name. What can't
    be used is left out, and told.
    """
    taken: list[Taken] = []
    left: list[Problem] = []
    names: set[str] = set()
    for path in _listed(folder):
        arena = shown(path.stem, arenas, tongue)
        key = key_of(tongue.short(arena)) if arena else ""
        name = next(one for one in _names(key, tongue) if one not in names)
        file = copied(path, home / name)
        if isinstance(file, Phrase):
            left.append(Problem(Place(path.name), file, LEAVE, advice=True))
            continue
        names.add(name)
        taken.append(Taken(path.name, file.name, arena))
    order = {arena: at for at, arena in enumerate(arenas)}
    return sorted(taken, key=lambda one: order.get(one.arena or "", len(order))), left


def _listed(folder: Path) -> list[Path]:
    """Return what lies in the folder, without what programs hide there."""
    place = Place(folder.name or str(folder))
    alone = phrase("Give a folder with the drawings alone.")
    try:
        with os.scandir(folder) as entries:
            seen = (one for one in entries if not one.name.casefold().startswith(starter.UNSEEN))
            found = list(islice(seen, MOST_FILES + 1))
        size = sum(one.stat(follow_symlinks=False).st_size for one in found)
    except (FileNotFoundError, NotADirectoryError):
        raise fault(place, phrase("there is no such folder."), alone) from None
    except (OSError, ValueError):
        raise fault(place, phrase("the folder can not be opened."), alone) from None
    if len(found) > MOST_FILES:
        raise fault(place, phrase("there are more than {most} files here.", most=MOST_FILES), alone)
    if size > MOST_BYTES:
        what = phrase("there are more than {most} MB here.", most=MOST_BYTES // 1_000_000)
        raise fault(place, what, alone)
    return sorted((Path(one.path) for one in found), key=lambda path: path.name.casefold())


def _names(key: str, tongue: Language) -> Iterator[str]:
    if key:
        yield key
    stem, first = (key, 2) if key else (key_of(tongue.say("drawing")), 1)
    for number in range(first, MOST_FILES + first + 1):
        yield f"{stem}-{number}"


def key_of(words: str) -> str:
    """Return the words as a plain name for a file: "Skolegården" becomes "skolegarden"."""
    key = re.sub(r"[^a-z0-9]+", "-", _plain(words))[:LONGEST_KEY].strip("-")
    return f"{key}-1" if key in RESERVED or key.isdigit() else key


def _plain(words: str) -> str:
    same = words.casefold().replace("æ", "ae").replace("ø", "o")
    apart = unicodedata.normalize("NFKD", same)
    return "".join(one for one in apart if not unicodedata.combining(one))


def shown(stem: str, arenas: Sequence[str], tongue: Language) -> str | None:
    """Return the one arena that a file's name tells: "skolegard 2" tells of "I skolegården"."""
    words = re.findall(r"[^\W\d_]+", _spelt(stem))
    runs = {
        "".join(words[at:end])
        for at in range(len(words))
        for end in range(at + 1, min(at + 4, len(words)) + 1)
    }
    points = {arena: _points(runs, arena, tongue) for arena in arenas}
    best = max(points.values(), default=(0, 0.0))
    found = [arena for arena in arenas if points[arena] == best]
    return found[0] if best[0] and len(found) == 1 else None


def _points(runs: set[str], arena: str, tongue: Language) -> tuple[int, float]:
    """Return how many parts of the arena are told, and which share of it that is."""
    parts = re.split(rf"\s+{re.escape(str(tongue.facts['and']))}\s+|[/,&+]", arena)
    names = ["".join(re.findall(r"[^\W\d_]+", _spelt(tongue.short(one.strip())))) for one in parts]
    told = sum(any(_near(name, run) for run in runs) for name in names if name)
    return told, told / len(names)


def _spelt(words: str) -> str:
    """Return the words as they are spelt without æ, ø and å, and the same in both målformer."""
    plain = _plain(words).replace("aa", "a").replace("oe", "o")
    return plain.replace("skule", "skole")


def _near(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (
        len(short) > EXACT and long.startswith(short) and len(long) - len(short) <= LONGEST_ENDING
    )
