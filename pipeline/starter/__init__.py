"""Lays out a new school's folder: a valid school with a first matrix, for its people to change."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

from pipeline.problems import Faults, Place, fault, phrase

HERE = Path(str(files("pipeline") / "starter"))
# Programs leave such files in folders that look empty.
UNSEEN = (".", "desktop.ini", "thumbs.db")


def lay_out(folder: Path, language: str) -> None:
    """Fill a new or empty folder with a school in nb or nn, all of it or, with Faults, nothing."""
    _refuse_taken(folder)
    is_new = not folder.exists()
    pattern = HERE / language
    entered: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(pattern.iterdir()):
            entered.append(folder / path.name)
            if path.is_dir():
                shutil.copytree(path, entered[-1], copy_function=shutil.copyfile)
            else:
                shutil.copyfile(path, entered[-1])
    except OSError:
        _take_back(entered, folder if is_new else None)
        raise _closed(folder) from None
    except BaseException:
        _take_back(entered, folder if is_new else None)
        raise


def _refuse_taken(folder: Path) -> None:
    place = Place(str(folder))
    mend = phrase("Give the name of a new folder.")
    try:
        names = [path.name.casefold() for path in folder.iterdir()] if folder.exists() else []
    except NotADirectoryError:
        raise fault(place, phrase("{folder} is a file.", folder=folder.name), mend) from None
    except OSError:
        raise _closed(folder) from None
    if any(not name.startswith(UNSEEN) for name in names):
        raise fault(place, phrase("{folder} is not empty.", folder=folder.name), mend)


def _closed(folder: Path) -> Faults:
    what = phrase("{folder} can not be written in.", folder=folder.name)
    return fault(Place(str(folder)), what, phrase("Give a folder that is your own."))


def _take_back(entered: list[Path], folder: Path | None) -> None:
    """Remove what was laid out so far; and the folder where it was not there before."""
    for path in entered:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    if folder and folder.is_dir():
        folder.rmdir()
