"""Notes a withdrawn consent in the list of drawings, and changes not one letter more there."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline import cache, readers
from pipeline.intake import drawings, keys
from pipeline.problems import Faults, Place, fault, guess, phrase


def withdraw(folder: Path, name: str) -> str:
    """Write in assets/drawings.yaml that the consent is withdrawn; return the drawing's name.

    Faults where there is no such drawing, or where the line can't be set in without doubt.
    """
    path = folder / "assets" / drawings.LIST
    before = readers.read_settings(path)
    named = next((str(one) for one in before if one.casefold() == name.casefold()), None)
    if named is None:
        what = phrase("there is no drawing called '{name}'.", name=name)
        raise fault(Place(drawings.LIST), what, guess(name, map(str, before)))
    if _is_withdrawn(before, named):
        return named
    code = keys.written_in(before)
    line = f"{keys.own('withdrawn', code)}: {keys.own('yes', code)}"
    text = path.read_bytes().decode("utf-8-sig")
    cache.write(path, _with(text, before, named, line).encode())
    if not _is_only_change(path, before, named):
        cache.write(path, text.encode())
        what = phrase("the consent of '{name}' is written in a way we can't change.", name=named)
        mend = phrase("Write '{line}' under its consent yourself.", line=line)
        raise fault(before.place_of(named), what, mend)
    return named


def _is_only_change(path: Path, before: readers.Node, name: str) -> bool:
    """Tell whether the list now says what it said before, but for the consent withdrawn."""
    try:
        after = readers.read_settings(path)
    except Faults:
        return False
    plain = [_plain(listed, name) for listed in (before, after)]
    return _is_withdrawn(after, name) and plain[0] == plain[1]


def _plain(listed: readers.Node, name: str) -> dict[str, object]:
    """Return the list as plain data, without the drawing's word on withdrawal."""
    found: dict[str, object] = {str(key): value for key, value in listed.items()}
    entry = dict(listed[name])
    key = _consent_key(entry)
    slip = entry.pop(key) if key else None
    told = slip.items() if isinstance(slip, dict) else ()
    rest = {str(one): said for one, said in told if not keys.english(one, ["withdrawn"])}
    found[name] = ({str(one): said for one, said in entry.items()}, rest)
    return found


def _consent_key(entry: object) -> str | None:
    found = entry if isinstance(entry, dict) else {}
    return next((key for key in found if keys.english(key, ["consent"])), None)


def _is_withdrawn(listed: readers.Node, name: str) -> bool:
    entry = listed[name]
    key = _consent_key(entry)
    slip = entry[key] if key else None
    if not isinstance(slip, dict):
        return False
    return any(
        keys.english(one, ["withdrawn"]) and keys.english(str(said), ["yes"])
        for one, said in slip.items()
    )


def _with(text: str, listed: readers.Node, name: str, line: str) -> str:
    """Return the text with the line set in under the drawing's consent."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    entry = listed[name]
    key = _consent_key(entry)
    if key is None:
        at = _number(listed.place_of(name))
        consent = keys.own("consent", keys.written_in(listed))
        lines.insert(at, f"  {consent}:{end}    {line}{end}")
        return "".join(lines)
    slip = entry[key]
    told = slip if isinstance(slip, dict) else {}
    if other := next((one for one in told if keys.english(one, ["withdrawn"])), None):
        at = _number(slip.place_of(other))
        lines[at - 1] = re.sub(rf"{re.escape(other)}:\s*[^,}}\s]+", line, lines[at - 1], count=1)
        return "".join(lines)
    at = _number(entry.place_of(key))
    written = lines[at - 1]
    if "{" in written:
        lines[at - 1] = written.replace("{", f"{{{line}, ", 1)
    else:
        indent = len(written) - len(written.lstrip())
        lines.insert(at - 1, f"{' ' * indent}{line}{end}")
    return "".join(lines)


def _number(place: Place | None) -> int:
    return int(dict(place.steps)["line"]) if place else 0
