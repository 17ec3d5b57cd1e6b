"""A letter to parents with all that a text can hold, in bokmål, in Arabic and in Tigrinya."""

import atexit
import functools
import os
import tempfile
from pathlib import Path

from PIL import Image

from pipeline.model import Art
from pipeline.paper.flow import (
    Cell,
    Count,
    Figure,
    Flow,
    Mark,
    PageBreak,
    Run,
    Sketch,
    Table,
    Words,
)
from pipeline.paper.outlines import rectangle, value_shape
from pipeline.paper.sheet import Box, Letters, Shape

ROOT = Path(__file__).parents[2]
INK, QUIET, BLUE, SUN = "#22252b", "#555a63", "#1c5c9c", "#ffd45c"
BODY = Letters("Nunito", 400, 11.5, INK)
BOLD = Letters("Nunito", 800, 11.5, INK)
SMALL = Letters("Nunito", 400, 9.5, QUIET)
STRONG_SMALL = Letters("Nunito", 700, 9.5, QUIET)
NAME = Letters("Nunito", 800, 18, INK)
TITLE = Letters("Nunito", 900, 24, INK)
HEADING = Letters("Nunito", 900, 14, INK)
LINK = Letters("Nunito", 700, 11.5, BLUE)
KICKER = Letters("Nunito", 800, 10, BLUE)
FILM = "https://film.example.no/skolegården?a=1&b=2"
LOGO, YARD = Art("logo", 600, 600), Art("yard", 900, 620)
FILES = {"logo": "assets/logo.jpg", "yard": "assets/drawings/skolegard.jpg"}
WIDE = 170.0

NB = {
    "school": "Heggdal skole",
    "motto": "PALS – felles skolekultur",
    "day": "Uke 2 · 11. januar 2027",
    "kicker": "Månedens PALS",
    "title": "Nå øver vi på skolegården",
    "dear": "Kjære foresatte",
    "opening": "I dag hadde vi fellessamling. Elevene så en film der medelever viser hvordan vi "
    "er mot hverandre i friminuttene. De neste ukene øver alle klasser og SFO på det samme. ",
    "film": "Se filmen fra samlingen",
    "end": ".",
    "alt": "Barn leker i skolegården: et tre, en sklie og sol",
    "values": (
        ("bubble", "#1c5c9c", "Respekt:", " jeg venter på tur og jeg følger reglene"),
        ("shield", "#1f6f54", "Ansvar:", " jeg går inn når det ringer"),
        ("heart", "#b23a1e", "Omsorg:", " jeg inviterer andre med og jeg trøster"),
    ),
    "home": "Slik kan dere hjelpe hjemme",
    "steps": (
        "Spør hva barnet har øvd på denne uka.",
        "Si høyt hva barnet gjorde bra, og gjør det med en gang.",
        "Se Månedens PALS på ukeplanen sammen.",
    ),
    "week": "Språkkampanje i uke 2",
    "campaign": "I uke 2 øver vi ekstra på ord som gjør andre glade.",
    "points": ("Vi sier hei til alle vi møter.", "Vi takker når noen hjelper oss."),
    "table": (("Uke", "Mål", "Klasse"), ("2", "Hilse på alle", "5A"), ("9", "Vente på tur", "5B")),
    "again": "Det gjør vi også senere",
    "more": ("Vi øver på nytt i uke 9.", "Vi øver på nytt i uke 14."),
    "regards": "Vennlig hilsen\nPALS-teamet",
    "scan": "Skann koden, eller les meldingen i Vigilo.",
    "page": ("Side ", " av "),
    "code": "Kode som fører til filmen",
}
AR = {
    **NB,
    "motto": "PALS – ثقافة مدرسية مشتركة",
    "day": "الأسبوع 2 · 11 يناير 2027",
    "kicker": "PALS هذا الشهر",
    "title": "نتدرب الآن على فناء المدرسة",
    "dear": "أولياء الأمور الأعزاء",
    "opening": "عقدنا اليوم لقاءً مشتركًا في Heggdal skole (490 تلميذًا). شاهد التلاميذ فيلمًا "
    "يوضح كيف نعامل بعضنا بعضًا في الاستراحة. في الأسابيع القادمة تتدرب جميع الصفوف وSFO على ذلك. ",
    "film": "شاهدوا فيلم اللقاء",
    "alt": "أطفال يلعبون في فناء المدرسة",
    "values": (
        ("bubble", "#1c5c9c", "الاحترام:", " أنتظر دوري وأتبع القواعد"),
        ("shield", "#1f6f54", "المسؤولية:", " أدخل عندما يرن الجرس"),
        ("heart", "#b23a1e", "الرعاية:", " أدعو الآخرين إلى اللعب"),
    ),
    "home": "كيف يمكنكم المساعدة في المنزل",
    "steps": (
        "اسألوا طفلكم عمّا تدرب عليه هذا الأسبوع.",
        "قولوا بصوت عالٍ ما فعله الطفل جيدًا.",
        "اقرؤوا «Månedens PALS» معًا.",
    ),
    "week": "حملة لغوية في الأسبوع 2",
    "campaign": "في الأسبوع 2 نتدرب على كلمات تسعد الآخرين.",
    "points": ("نقول مرحبًا لكل من نلتقي به.", "نشكر من يساعدنا."),
    "table": (
        ("الأسبوع", "الهدف", "الصف"),
        ("2", "تحية الجميع", "5A"),
        ("9", "انتظار الدور", "5B"),
    ),
    "again": "سنعيد التدريب لاحقًا",
    "more": ("في الأسبوع 9.", "في الأسبوع 14."),
    "regards": "مع أطيب التحيات\nفريق PALS",
    "scan": "امسحوا الرمز أو اقرؤوا الرسالة في Vigilo.",
    "page": ("صفحة ", " من "),
    "code": "رمز يقود إلى الفيلم",
}
TI = {
    **NB,
    "title": "ሕጂ ኣብ ቀጽሪ ቤት ትምህርቲ ንለማመድ",
    "dear": "ክቡራት ወለዲ",
    "opening": "ሎሚ ሓባራዊ ኣኼባ ኔሩና። ተማሃሮ ፊልም ርእዮም። ኣብ Heggdal skole ንለማመድ። ",
    "home": "ኣብ ገዛ ብኸመይ ክትሕግዙ ትኽእሉ",
    "steps": ("ንውላድኩም ሕተቱ።", "ጽቡቕ ክገብር ከሎ ንገርዎ።", "ብሓባር ኣንብቡ።"),
}
TEXTS = {"nb": NB, "ar": AR, "ti": TI}


def prepared(picture, turn=0.0):
    """Return the picture's file, as a build would have made it."""
    return _small(picture.art.digest)


@functools.cache
def _small(name):
    path = Path(tempfile.gettempdir()) / f"pals-tests-{os.getpid()}-{name}.jpg"
    with Image.open(ROOT / FILES[name]) as whole:
        whole.reduce(8).convert("RGB").save(path, quality=70)
    atexit.register(path.unlink, missing_ok=True)
    return path


def said(text, letters=BODY, kind="paragraph", level=0, **more):
    return Words((Run(text, letters),), kind, level, **{"leading": 1.35, "after": 6.0, **more})


def rule(colour, high):
    return Sketch((Shape(rectangle(Box(0, 0, WIDE, high)), fill=colour),), WIDE, high, before=8)


def code(alt):
    squares = [
        Shape(rectangle(Box(x * 2, y * 2, 2, 2)), fill=INK)
        for x in range(9)
        for y in range(9)
        if (x * 7 + y * 3) % 5 < 2
    ]
    return Sketch(tuple(squares), 18, 18, alt)


def letter(language="nb", *more):
    """Return the letter; `more` blocks stand last."""
    told = TEXTS[language]
    return Flow(
        told["title"],
        language,
        (*_opening(told), *_body(told), *more),
        subject="PALS",
        margins=(20.0, 16.0, 20.0, 14.0),
        head=_head(told),
        foot=_foot(told),
        rtl=language == "ar",
    )


def _head(told):
    pad = (0.0, 0.0)
    cells = (
        Cell((Figure(LOGO, 18, "Logo: " + told["school"]),), pad=pad, middle=True),
        Cell(
            (
                said(told["school"], NAME, after=0, leading=1.15),
                said(told["motto"], SMALL, after=0, leading=1.3),
            ),
            pad=pad,
            middle=True,
        ),
        Cell((said(told["day"], SMALL, after=0, align="right"),), pad=pad, middle=True),
    )
    return Table((23.0, 87.0, 60.0), (cells,), laid=True), rule(SUN, 1.0)


def _foot(told):
    first, second = told["page"]
    count = Words(
        (Run(first, SMALL), Count(SMALL), Run(second, SMALL), Count(SMALL, total=True)),
        align="right",
    )
    cells = (
        Cell((code(told["code"]),), pad=(0.0, 2.0)),
        Cell(
            (
                said(told["film"], STRONG_SMALL, after=0),
                said(told["scan"], SMALL, after=0),
                count,
            ),
            pad=(3.0, 2.0),
        ),
    )
    return rule("#d5d5d5", 0.3), Table((24.0, 146.0), (cells,), laid=True)


def _opening(told):
    film = Run(told["film"], LINK, link=FILM)
    return (
        said(told["kicker"], KICKER, before=10, after=0),
        said(told["title"], TITLE, "title", leading=1.15, after=8),
        said(told["dear"]),
        Words((Run(told["opening"], BODY), film, Run(told["end"], BODY)), leading=1.35, after=8),
        _box(told),
    )


def _box(told):
    values = [
        Words(
            (
                Mark(value_shape(shape, Box(0, 0, 4.4, 4.4), colour, "#fff8e3"), 4.4, "#fff8e3"),
                Run(f" {name}", BOLD),
                Run(line, BODY),
            ),
            leading=1.35,
            after=4.0,
        )
        for shape, colour, name, line in told["values"]
    ]
    cells = (
        Cell((Figure(YARD, 52, told["alt"]),), "#fff8e3", (4.0, 4.0), True),
        Cell(tuple(values), "#fff8e3", (4.0, 4.0), True),
    )
    return Table((60.0, 110.0), (cells,), laid=True)


def _body(told):
    return (
        said(told["home"], HEADING, "heading", 2, before=14, after=4),
        *(said(one, kind="item", number=at, after=3) for at, one in enumerate(told["steps"], 1)),
        said(told["week"], HEADING, "heading", 2, before=12, after=4),
        said(told["campaign"]),
        *(said(one, kind="item", after=3) for one in told["points"]),
        _table(told["table"]),
        said(told["again"], HEADING, "heading", 3, before=12, after=4),
        *(said(one, kind="item", number=at, after=3) for at, one in enumerate(told["more"], 1)),
        said(told["regards"], before=6),
    )


def _table(rows):
    def row(words, letters, fill):
        return tuple(Cell((said(one, letters, after=0),), fill, (2.4, 1.4)) for one in words)

    names, *others = rows
    return Table(
        (25.0, 105.0, 40.0),
        (row(names, BOLD, "#e8eef5"), *(row(one, BODY, None) for one in others)),
        ("#c5ccd6", 0.75),
    )


LAST = (PageBreak(), said("Til slutt", HEADING, "heading", 2), said("Takk for at dere leste."))
