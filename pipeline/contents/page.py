"""The whole contents page: head, ways in, what is new, kits, and everything kind by kind."""

from __future__ import annotations

import base64
import hashlib

from pipeline.contents.cards import Words, also, card, row
from pipeline.contents.drawn import kept, picture, shape
from pipeline.contents.dressing import style
from pipeline.contents.markup import Html, joined, tag
from pipeline.contents.parts import Contents, Kind, Kit, News, Whose
from pipeline.language import Language
from pipeline.paper.theme import Look

FEW = 8  # so many new things are shown one by one
FANNED = 3
# What is practised now comes first, whichever day the page is opened; without it, the dates tell.
NOW = """\
const today = new Date().toLocaleDateString("sv");
for (const one of document.querySelectorAll("[data-spans]")) {
  const spans = one.dataset.spans.split(" ").map((span) => span.split("/"));
  if (spans.some(([first, last]) => first <= today && today <= last)) {
    one.classList.add("now");
    one.querySelector(".badge").hidden = false;
    one.parentNode.prepend(one);
  }
}
"""


def page(contents: Contents, language: Language, look: Look) -> str:
    """Return the page; the same contents always give the same page."""
    words = Words(language, contents.pictures)
    body = (
        tag("a", language.say("Go to the contents"), href="#main", class_="skip"),
        _head(contents, words, look),
        _ways_in(contents, words),
        tag(
            "main",
            _news(contents, words),
            _kits(contents.kits, words),
            _kinds(contents.kinds, words),
            id="main",
            tabindex="-1",
        ),
        _foot(contents.whose, words),
        kept(contents.pictures),
        tag("script", Html(NOW)),
    )
    kind = "ruled" if look.ruled else "filled"
    html = tag(
        "html",
        "\n",
        _about(contents, words, look),
        "\n",
        tag("body", "\n", *(joined((one, "\n")) for one in body), class_=kind),
        "\n",
        lang=language.code,
    )
    return f"<!DOCTYPE html>\n{html}\n"


def _about(contents: Contents, words: Words, look: Look) -> Html:
    name = contents.whose.name
    title = words.say("{school}: all that we have made", school=name)
    script = base64.b64encode(hashlib.sha256(NOW.encode()).digest()).decode()
    allowed = (
        "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; "
        f"script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("title", title),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", http_equiv="Content-Security-Policy", content=allowed),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="robots", content="noindex"),
        tag("style", Html(style(look, contents.faces))),
    )


def _head(contents: Contents, words: Words, look: Look) -> Html:
    whose, logo = contents.whose, contents.pictures.get(contents.whose.logo)
    values = [
        tag("li", _shape(one.shape, look, at), one.name, class_=f"value value-{at}")
        for at, one in enumerate(whose.values)
    ]
    return tag(
        "header",
        tag(
            "div",
            tag(
                "div",
                tag(
                    "p",
                    picture(whose.logo, logo, "logo") if logo else "",
                    tag("span", whose.name),
                    class_="school",
                ),
                tag("h1", words.say("This is what we have made")),
                tag("p", whose.motto, class_="motto") if whose.motto else "",
                tag("ul", *values, class_="values", aria_label=words.say("Our values")),
                class_="title",
            ),
            _fan(contents),
            class_="wide",
        ),
    )


def _shape(name: str, look: Look, at: int) -> Html:
    dress = look.values[at]
    return shape(name, dress.ink, look.card) if look.ruled else shape(name, dress.on, dress.fill)


def _fan(contents: Contents) -> Html:
    """Return some of the papers, laid out like a hand of cards: only to look at."""
    keys = dict.fromkeys(one.picture for kind in contents.kinds for one in kind.cards)
    upright = [
        picture(key, small, "leaf")
        for key in keys
        if (small := contents.pictures.get(key)) and small.height > small.width
    ]
    return tag("div", *upright[:FANNED], class_="fan", aria_hidden="true") if upright else Html("")


def _ways_in(contents: Contents, words: Words) -> Html:
    ends = [("news", words.say("Newest"))] if contents.news else []
    links = (
        tag("li", tag("a", said, href=f"#{id}"), class_="end")
        for id, said in [*ends, ("kinds", words.say("All of it"))]
    )
    places = (
        tag(
            "li",
            tag("a", one.title, words.now(), href=f"#{one.id}"),
            data_spans=words.spans(one.spans),
        )
        for one in contents.kits
    )
    return tag(
        "nav",
        tag("div", tag("ul", *links), tag("ul", *places) if contents.kits else "", class_="wide"),
        aria_label=words.say("Ways in"),
    )


def _section(id: str, heading: str, *inside: Html) -> Html:
    return tag("section", tag("h2", heading, id=id), *inside, aria_labelledby=id, class_="wide")


def _news(contents: Contents, words: Words) -> Html:
    if not contents.news:
        return Html("")
    ids = {kind.title: kind.id for kind in contents.kinds}
    days = (
        joined((tag("h3", words.day(one.day)), _of_the_day(one, ids, words)))
        for one in contents.news
    )
    return _section("news", words.say("Newest"), *days)


def _of_the_day(news: News, ids: dict[str, str], words: Words) -> Html:
    """Return the things one by one where they are few, else so many of each kind."""
    if len(news.cards) <= FEW:
        return tag("ul", *(row(one, words, True) for one in news.cards), class_="rows")
    counted: dict[str, int] = {}
    for one in news.cards:
        counted[one.kind] = counted.get(one.kind, 0) + 1
    items = (
        tag("li", tag("a", kind, tag("span", str(count), class_="size"), href=f"#{ids[kind]}"))
        for kind, count in counted.items()
    )
    return tag("ul", *items, class_="counts")


def _kits(kits: tuple[Kit, ...], words: Words) -> Html:
    """Return what is practised at some time, then the other places."""
    timed = [one for one in kits if one.spans]
    rest = [one for one in kits if not one.spans]
    parts = (
        ("practised", words.say("What we practise"), timed),
        ("places", words.say("Place by place"), rest),
    )
    return joined(
        _section(id, heading, tag("div", *(_kit(one, words) for one in there), class_="kits"))
        for id, heading, there in parts
        if there
    )


def _kit(kit: Kit, words: Words) -> Html:
    spans = [tag("p", words.span(one), class_="span") for one in kit.spans]
    return tag(
        "section",
        tag("h3", kit.title, words.now(), id=kit.id),
        *spans,
        tag("ul", *(card(one, words, one.kind) for one in kit.cards), class_="cards"),
        also(kit.also, words),
        aria_labelledby=kit.id,
        class_="kit many" if len(kit.cards) > 2 else "kit",
        data_spans=words.spans(kit.spans),
    )


def _kinds(kinds: tuple[Kind, ...], words: Words) -> Html:
    if not kinds:
        return _section(
            "kinds", words.say("All of it"), tag("p", words.say("Nothing is made yet."))
        )
    return _section("kinds", words.say("All of it"), *(_kind(one, words) for one in kinds))


def _kind(kind: Kind, words: Words) -> Html:
    about = [
        tag("p", said, class_=name) for said, name in ((kind.use, "use"), (kind.about, "about"))
    ]
    return tag(
        "section",
        tag("h3", kind.title, id=kind.id),
        *(one for one, said in zip(about, (kind.use, kind.about), strict=True) if said),
        tag("ul", *(row(one, words) for one in kind.cards), class_="rows"),
        aria_labelledby=kind.id,
        class_="kind",
    )


def _foot(whose: Whose, words: Words) -> Html:
    lines = [whose.name, whose.edition, *whose.credits]
    help_ = words.say(
        "This page is made anew by each build. Files that you change by hand are left as they are."
    )
    return tag(
        "footer",
        tag("div", *(tag("p", one) for one in [*lines, help_] if one), class_="wide"),
    )
