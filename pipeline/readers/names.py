"""Gives headings the names that are meant: misspelt, shortened and upper-case ones are told."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.problems import Gathered, Phrase, Sourced, phrase
from pipeline.readers.heads import VALUE, WHOLE_WORD, Known, same_heading
from pipeline.readers.nearness import is_short_for, near


def meant(
    names: Sequence[Sourced], role: str, known: Known, gathered: Gathered, decided: list[Phrase]
) -> list[Sourced]:
    """Return the names along an axis as the school writes them; ask where two are as near.

    Other letters of the same name are told in `decided`, a name that is guessed is noted.
    """
    own = known.values if role == VALUE else known.arenas
    written = {name.casefold() for name in names}
    found = []
    for name in names:
        better = _better(name, role, own, known, gathered)
        taken = better.casefold() in written and better.casefold() != name.casefold()
        if better != name and not taken:
            what = phrase("'{name}' is read as '{better}'.", name=name, better=better)
            mend = phrase("Write '{better}' in the file too.", better=better)
            if better.casefold() == name.casefold():
                decided.append(phrase("'{name}' is read as '{better}'", name=name, better=better))
            else:
                gathered.advise(name.place, what, mend)
        found.append(name if taken else Sourced(better, name.place))
    return found


def _better(name: Sourced, role: str, own: Sequence[str], known: Known, gathered: Gathered) -> str:
    exact = [one for one in own if one.casefold() == name.casefold()]
    if exact:
        return exact[0]
    small = known.words.prepositions
    alike = [one for one in own if same_heading(name, one)]
    nearest = [one for one in alike if is_short_for(name, one, small)]
    nearest = nearest or ([] if alike else list(near(name, own, small)))
    if len(nearest) > 1:
        what = phrase("'{name}' may be {names}.", name=name, names=" / ".join(nearest))
        gathered.error(name.place, what, phrase("Write the name out in full."))
        return name
    if nearest:
        return nearest[0]
    if role == VALUE and not alike and not own:
        usual = _usual(name, known)
        if usual:
            return usual
    return lowered(name, known) if name.isupper() else name


def _usual(name: str, known: Known) -> str:
    """Return the usual value that a single misspelt word is meant to be, if only one is near."""
    words = known.words.values
    if " " in name or any(same_heading(name, one) for one in words):
        return ""
    nearest = near(name, words)
    return nearest[0].capitalize() if len(nearest) == 1 else ""


def lowered(name: str, known: Known) -> str:
    """Return an upper-case heading in small letters; short words such as SFO stay as they are."""
    small = known.words.prepositions
    words = [
        word.lower() if len(word) > WHOLE_WORD or word.lower() in small else word
        for word in name.split(" ")
    ]
    if not any(word.islower() and len(word) > WHOLE_WORD for word in words):
        return name
    whole = " ".join(words)
    return whole[:1].upper() + whole[1:]
