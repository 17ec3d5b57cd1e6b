"""The year as a calendar file (iCalendar, RFC 5545), and whether a hand has changed such a file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.language import Language
from pipeline.model import School
from pipeline.year.days import starts
from pipeline.year.events import Event, events

WIDEST = 75  # octets of a line, its end left out
ONE = timedelta(days=1)
MARK = "X-PALS-MARK:"


def calendar(school: School, title: str, tongue: Language) -> bytes:
    """Return the school's year as a calendar file, the same for the same year."""
    if school.year is None:
        raise ValueError("a school without a year has no calendar")
    stamp = f"{starts(school.year)}0801T000000Z"
    lines = [
        "VERSION:2.0",
        "PRODID:-//pals//school year//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME;LANGUAGE={tongue.code}:{_escaped(title)}",
    ]
    for event in events(school, tongue):
        lines += _event(event, f"{school.name} {starts(school.year)}", stamp, tongue)
    lines.append("END:VCALENDAR")
    return _marked("".join(f"{part}\r\n" for line in lines for part in _folded(line)))


def untouched(content: bytes) -> bool:
    """Tell whether the file is just as we wrote it: its mark fits all the rest of it."""
    _, _, rest = content.decode("utf-8", "replace").partition(MARK)
    return content == _marked(rest.partition("\r\n")[2])


def _marked(text: str) -> bytes:
    mark = hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
    return f"BEGIN:VCALENDAR\r\n{MARK}{mark}\r\n{text}".encode()


def _event(event: Event, owner: str, stamp: str, tongue: Language) -> Iterator[str]:
    told = tongue.tell(event.says)
    known = f"{owner} {event.kind} {event.known}"
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.blake2b(known.encode(), digest_size=12).hexdigest()}@pals.invalid"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_day(event.first)}"
    yield f"DTEND;VALUE=DATE:{_day(event.last + ONE)}"
    yield f"SUMMARY;LANGUAGE={tongue.code}:{_escaped(told[:1].upper() + told[1:])}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Yield the line in pieces of at most 75 octets, no letter divided; later ones are indented."""
    piece = ""
    for sign in line:
        if len((piece + sign).encode()) > WIDEST:
            yield piece
            piece = " "
        piece += sign
    yield piece
