"""Lays out a new school's folder: a valid school with a first matrix, for its people to change."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from pipeline.language import language
from pipeline.problems import Faults, Place, fault, phrase

HERE = Path(str(files("pipeline") / "starter"))
# Programs leave such files in folders that look empty.
UNSEEN = (".", "desktop.ini", "thumbs.db")


def lay_out(folder: Path, code: str, today: date | None = None) -> None:
    """Fill a new or empty folder with a school in nb or nn, all of it or, with Faults, nothing.

    Its first year is that of today.
    """
    from pipeline.starter.first_year import YEAR, year_page

    refuse_taken(folder)
    tongue = language(code)
    page = year_page(tongue.say("In the classroom"), today or date.today(), tongue)
    put(HERE / code, folder, {YEAR: str(page)})


def put(pattern: Path, folder: Path, more: Mapping[str, str] = MappingProxyType({})) -> None:
    """Copy what lies in the pattern into the folder, all of it or, with Faults, nothing.

    `more` are files to write besides, within folders that the pattern has: path -> text.
    """
    entered: list[Path] = []
    made: list[Path] = []
    try:
        made += [one for one in (folder, *folder.parents) if not one.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(pattern.iterdir()):
            entered.append(folder / path.name)
            if path.is_dir():
                shutil.copytree(path, entered[-1], copy_function=shutil.copyfile)
            else:
                shutil.copyfile(path, entered[-1])
        for name, text in more.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        _take_back(entered, made)
        raise closed(folder) from None
    except BaseException:
        _take_back(entered, made)
        raise


def refuse_taken(folder: Path) -> None:
    """Raise Faults where something lies in the folder already."""
    place = Place(str(folder))
    mend = phrase("Give the name of a new folder.")
    try:
        names = [path.name.casefold() for path in folder.iterdir()] if folder.exists() else []
    except NotADirectoryError:
        raise fault(place, phrase("{folder} is a file.", folder=folder.name), mend) from None
    except OSError:
        raise closed(folder) from None
    if any(not name.startswith(UNSEEN) for name in names):
        raise fault(place, phrase("{folder} is not empty.", folder=folder.name), mend)


def closed(folder: Path) -> Faults:
    """Return the fault of a folder that nothing can be written in."""
    what = phrase("{folder} can not be written in.", folder=folder.name)
    return fault(Place(str(folder)), what, phrase("Give a folder that is your own."))


def _take_back(entered: list[Path], made: list[Path]) -> None:
    """Remove what was laid out so far, and the folders that were not there before."""
    for path in entered:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    for folder in made:
        with suppress(OSError):
            folder.rmdir()
