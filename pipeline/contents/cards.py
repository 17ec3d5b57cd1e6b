"""The cards and rows of the contents page: a thing's picture, its files, and how they are used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from pipeline.contents.drawn import picture, sign
from pipeline.contents.markup import Html, joined, tag
from pipeline.contents.parts import Card, File, Small, Way
from pipeline.language import Language

FEW = 3  # so many ways are shown at once
Spans = tuple[tuple[date, date], ...]


@dataclass(frozen=True)
class Words:
    """The page's language, and the small pictures that lie on the page."""

    language: Language
    pictures: Mapping[str, Small]

    def say(self, words: str, **fields: object) -> str:
        """Return the sentence in the page's language."""
        return self.language.say(words, **fields)

    def day(self, day: date) -> Html:
        """Return the day as it is written, and as machines read it."""
        return tag("time", self.language.day(day), datetime=day.isoformat())

    def span(self, span: tuple[date, date]) -> Html:
        """Return the first and the last day."""
        first, last = span
        start = self.language.day(first)
        if first.year == last.year:
            start = start.removesuffix(f" {first.year}")
        return joined((tag("time", start, datetime=first.isoformat()), " – ", self.day(last)))

    def spans(self, spans: Spans) -> str:
        """Return the spans as the page's own few lines of code read them."""
        return " ".join(f"{first.isoformat()}/{last.isoformat()}" for first, last in spans)

    def now(self) -> Html:
        """Return the badge of what is practised now; it is shown on the days when it is true."""
        return joined((" ", tag("span", self.say("now"), class_="badge", hidden=True)))

    def size(self, size: int) -> str:
        """Return how large a file is, in kB or MB."""
        if size < 999_500:
            return f"{max(1, round(size / 1000))} kB"
        return f"{self.language.number(size / 1_000_000)} MB"

    def seen(self, one: Card, kind: str) -> Html:
        """Return the thing's small picture, or a sign where it has none."""
        small = self.pictures.get(one.picture)
        return picture(one.picture, small, kind) if small else sign(kind)


def card(one: Card, words: Words, title: str) -> Html:
    """Return the thing as a card with its picture, for a kit."""
    first = one.ways[0].files[0].path
    return tag(
        "li",
        tag("a", words.seen(one, "large"), href=quote(first), tabindex="-1", aria_hidden="true"),
        tag("h4", title, _badge(one, words)),
        tag("p", one.title, class_="named") if not one.placed else "",
        *_ways(one, f"{title}, {one.title}", words),
        class_="card",
    )


def row(one: Card, words: Words, news: bool = False) -> Html:
    """Return the thing as a row, for a list; among what is new it says of what kind it is."""
    name = f"{one.kind}, {one.title}"
    inside = (
        tag("h4", one.title, _badge(one, words) if news else ""),
        tag("p", one.kind, class_="about") if news else "",
        *_ways(one, name, words),
    )
    return tag(
        "li",
        words.seen(one, "little"),
        tag("div", *inside),
        class_="row",
        id="" if news else one.id,
    )


def also(cards: tuple[Card, ...], words: Words) -> Html:
    """Return the links to what a place stands on together with other places."""
    if not cards:
        return Html("")
    links = (tag("li", tag("a", f"{one.kind}: {one.title}", href=f"#{one.id}")) for one in cards)
    return joined(
        (tag("p", words.say("It also stands on"), class_="about"), tag("ul", *links, class_="also"))
    )


def _badge(one: Card, words: Words) -> Html:
    said = {"new": words.say("new"), "changed": words.say("changed")}.get(one.state)
    return joined((" ", tag("span", said, class_="badge"))) if said else Html("")


def _ways(one: Card, name: str, words: Words) -> tuple[Html, ...]:
    """Return the first few ways, and the rest folded away."""
    ways = tuple(_way(way, name, words) for way in one.ways)
    few, more = ways[:FEW], ways[FEW:]
    if not more:
        return few
    summary = tag("summary", words.say("More sizes and languages ({count})", count=len(more)))
    return (*few, tag("details", summary, *more))


def _way(way: Way, name: str, words: Words) -> Html:
    reads = words.say("reads at {metres} m", metres=way.reads_at) if way.reads_at else ""
    parts = ((way.label, ""), (reads, "reads"))
    about = [tag("span", said, class_=kind) for said, kind in parts if said]
    full = ", ".join(filter(None, (name, way.label)))
    return tag(
        "div",
        tag("p", *_dotted(about), class_="way") if about else "",
        tag("ul", *(_file(one, full, words) for one in way.files), class_="files"),
    )


def _dotted(parts: list[Html]) -> list[Html]:
    return [joined((" · " if at else "", one)) for at, one in enumerate(parts)]


def _file(one: File, name: str, words: Words) -> Html:
    if not one.edited:
        return tag("li", _link(one, name, words))
    new = one.beside
    return tag(
        "li",
        _link(one, name, words),
        tag("span", words.say("edited by hand"), class_="hand"),
        _link(new, f"{name}, {words.say('the new one')}", words, words.say("the new one"))
        if new
        else "",
        class_="by-hand",
    )


def _link(one: File, name: str, words: Words, more: str = "") -> Html:
    """Return a link whose name says all when it is heard alone: what, how, format and size."""
    shown = (
        tag("span", f"{name}: ", class_="unseen"),
        tag("strong", one.kind),
        f" {more}" if more else "",
        " ",
        tag("span", words.size(one.size), class_="size"),
    )
    return tag("a", *shown, href=quote(one.path), class_="file")
