"""A contents page with something of everything, for any theme, language and colours."""

from datetime import date

from pipeline.contents.page import page
from pipeline.contents.parts import Card, Contents, File, Kind, Kit, News, Small, Way, Whose
from pipeline.language import language
from pipeline.model import Brand
from pipeline.paper.theme import dress, themes
from pipeline.problems import Gathered, Sourced
from tests.products.sample import YARD, arena, school

ODD = (  # colours that a school may come up with: dark, pale, glaring
    {"felt": "#1b0b3a"},
    {"felt": "#fdfdf0", "bunn": "#f2f7ff"},
    {"felt": "#ff00aa", "bunn": "#fff2cc", "skrift": "#333366"},
)
ROLES = {"felt": "field", "bunn": "paper", "skrift": "ink"}
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080200000090"
    "7753de0000000c49444154789c6360606000000004000127347c1a0000000049454e44ae426082"
)
LONG = "Kompetansemålsvurderingssamarbeidsavtaleoversikten"


def look(theme="sol", colours=(), count=3):
    own = {ROLES[role]: Sourced(colour) for role, colour in dict(colours).items()}
    values = school(arena(cells=YARD[:count])).values
    return dress(Brand(theme, own), values, Gathered())


def whose(name="Heggdal skole", count=3, **more):
    values = school(arena(cells=YARD[:count])).values
    return Whose(name, **{"motto": "Nå skal vi gjøre mer", "values": values, **more})


def way(label, *files, reads_at=2.0):
    return Way(label, files, reads_at)


def contents(name="Heggdal skole", title="I skolegården", count=3):
    folder = "Arenaplakater/A3 stående/"
    pdf = File(folder + "50 % på #1 å.pdf", "PDF", 479_000)
    new = File(folder + "Gangen (ny).pdf", "PDF", 90_000)
    hand = File(folder + "Gangen.pdf", "PDF", 1_900_000, edited=True, beside=new)
    alone = File(folder + "Gangen.png", "PNG", 400, edited=True)
    ways = [way(f"A{n} stående", pdf, reads_at=n / 2) for n in range(2, 7)]
    yard = Card("t-1", title, "Arenaplakater", tuple(ways), "s-1", placed=True)
    hall = Card("t-2", "Gangen", "Arenaplakater", (way("A3 stående", hand, alone),))
    slip = Card("t-3", LONG, "Månedens PALS", (way("", pdf, reads_at=0),))
    both = Card("t-4", "Ute og underveis", "Matriseplakater", (way("A3 liggende", pdf),), "s-1")
    past = ((date(2025, 8, 18), date(2025, 9, 26)),)
    spans = ((date(2026, 1, 1), date(2099, 12, 31)),)
    kits = (
        Kit("p-1", "I gangen", past, (hall,), (both,)),
        Kit("p-2", title, spans, (yard, slip, slip), (both,)),
        Kit("p-3", "På SFO", (), (slip,)),
    )
    told = [(Card(*_facts(one), state), one) for one, state in ((yard, "new"), (hall, "changed"))]
    many = tuple(Card(*_facts(yard), "new") for _ in range(9))
    news = (
        News(date(2026, 11, 23), tuple(one for one, _ in told)),
        News(date(2026, 11, 20), many),
    )
    kinds = (
        Kind("k-a", "Arenaplakater", "Plakat for én arena.", "Til veggen.", (yard, hall)),
        Kind("k-m", "Matriseplakater", "Hele matrisen.", "", (both,)),
        Kind("k-s", "Månedens PALS", "", "Til ukeplanen.", (slip,)),
    )
    small = {"s-1": Small(PIXEL, "image/png", 320, 452), "s-0": Small(PIXEL, "image/png", 90, 90)}
    edition, credits = "Versjon 2 · 8. februar 2027", ("Tegninger: Ella", "Valgt av elevrådet")
    own = whose(name, count, edition=edition, credits=credits, logo="s-0")
    return Contents(own, news, kits, kinds, small)


def _facts(one):
    return one.id, one.title, one.kind, one.ways, one.picture


def looks():
    """Return every theme, and the odd colours on the first of them."""
    return [(theme, ()) for theme in themes()] + [("sol", tuple(one.items())) for one in ODD]


def shown(code="nb", theme="sol", colours=(), **more):
    count = more.get("count", 3)
    return page(contents(**more), language(code), look(theme, colours, count))
