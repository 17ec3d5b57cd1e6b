"""Makes text plain: one kind of space, no invisible signs, one way to write å."""

from __future__ import annotations

import re
import unicodedata

LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
SPACES = re.compile(r"[\s\u00a0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000]+")
# Soft hyphen, joiners of words, direction of writing, tags of language: nothing to see on paper.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
# Persian and Urdu tell words apart by the non-joiner, emoji are put together by the joiner.
JOINING = re.compile("[\u0600-\u08ff\u0900-\u0dff\U0001f000-\U0001faff\u2600-\u27bf]")
# Controls, halves of letters, what a program puts for a letter that it lost, and no letters at all.
UNWRITABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]"
)
# Drawn signs, which no font for print has, with what joins them and colours them.
PICTURES = re.compile(
    "(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2300-\u23ff\u3030\u303d]"
    "|[0-9#*]\ufe0f?\u20e3)[\u200d\ufe0e\ufe0f]*"
)
KEPT = "\u200c\u200d\u200e\u200f"
# Between words of Thai and Lao stands a sign that nobody sees, where lines may end.
UNSPACED, BETWEEN = re.compile("[\u0e00-\u0eff]"), "\u200b"


def split(text: str) -> list[str]:
    """Return the lines of `text`, whichever sign ends them."""
    return LINE_ENDS.split(text)


def tidy(text: str) -> str:
    """Return a line with plain single spaces, in NFC, without signs that nobody sees."""
    kept = (KEPT if JOINING.search(text) else "") + (BETWEEN if UNSPACED.search(text) else "")
    plain = INVISIBLE.sub(lambda one: one[0] if one[0] in kept else "", text)
    plain = plain.replace("\u2011", "-")
    return unicodedata.normalize("NFC", SPACES.sub(" ", plain)).strip()


def tidy_block(text: str) -> str:
    """Return text of several lines, each of them tidy."""
    return "\n".join(map(tidy, split(text))).strip()


def unwritable(text: str) -> str:
    """Return the first sign that no paper can show, as its number, or nothing."""
    found = UNWRITABLE.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def without_unwritable(text: str) -> str:
    """Return `text` without the signs that no paper can show."""
    return UNWRITABLE.sub("", text)


def without_pictures(text: str) -> tuple[str, str]:
    """Return `text` without emoji and the like, and those that it held."""
    found = "".join(PICTURES.findall(text))
    return (tidy(PICTURES.sub(" ", text)), found) if found else (text, "")
