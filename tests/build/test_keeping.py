"""The contents page follows what lies in the output folder, and shows nothing that is not there."""

import html
import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from types import SimpleNamespace
from urllib.parse import unquote

import pytest
from PIL import Image

from pipeline.build import Request, Told, build, keeping, listing
from pipeline.build.ledger import HOME, PAGE_HOME, Entry
from pipeline.build.listing import Lying, Thing
from pipeline.build.plan import Choice, Job
from pipeline.contents.parts import Card
from pipeline.formats import png
from pipeline.model import AfterSchool, Art, Focus, Year
from pipeline.paper.flow import Cell, Figure, Flow, Table
from pipeline.paper.sheet import Box, Group, Picture, Sheet, Sheets
from pipeline.paper.theme import dress
from pipeline.problems import Faults, Gathered
from tests.build.test_build import PDF, TODAY, rewrite
from tests.products.sample import arena, school
from tests.small import TELLTALES

LATER = TODAY.replace(day=24)
YARD = Choice(products=("arena_poster",), arenas=("I skolegården",), formats=("pdf",))


def run(home, choice=PDF, **more):
    """Build, and return what became of the page."""
    told = Told()
    request = replace(Request(home, home / "output", TODAY, choice), **more)
    list(build(request, told))
    return told.contents


def text(home, name="index.html", out="output"):
    return (home / out / name).read_text(encoding="utf-8")


def links(markup):
    found = re.findall(r'<a href="([^"]+)"', markup)
    return {unquote(html.unescape(one)) for one in found if not one.startswith("#")}


def small(home):
    return {path.name for path in (home / "output" / PAGE_HOME).glob("s-*")}


def made(home):
    out = home / "output"
    files = (path.relative_to(out) for path in out.rglob("*") if path.is_file())
    hidden = (HOME, "utgått", "index.html")
    return {path.as_posix() for path in files if path.parts[0] not in hidden}


def art(name):
    return Art(name, 40, 30)


def test_pictures_are_found_wherever_they_stand_on_a_paper():
    deep = Group("part", (Group("figure", (Picture(Box(0, 0, 4, 3), art("deep")),), alt="A"),))
    beside = Picture(Box(0, 0, 4, 3), art("beside"))
    pages = Sheet(210, 297, (deep,)), Sheet(210, 297, (beside, beside))
    assert keeping.arts(Sheets("A", "nb", pages)) == ["beside", "deep"]
    head, cell, foot = (Figure(art(one), 40, "A") for one in ("head", "cell", "foot"))
    table = Table((90.0,), ((Cell((cell,)),),))
    text = Flow("A", "nb", (table,), head=(head,), foot=(foot,))
    assert keeping.arts(text) == ["cell", "foot", "head"]


def test_the_page_is_new_then_kept_and_its_bytes_are_steady(home):
    assert run(home).state == "new"
    first = text(home)
    assert run(home) is None
    assert run(home, force=True).state == "kept"
    assert run(home, Choice(formats=("pdf",), papers=("A3",)), today=LATER).state == "kept"
    assert text(home) == first


def test_it_links_to_all_that_was_made_and_to_nothing_else(home):
    run(home, Choice())
    assert links(text(home)) == made(home)


def test_it_speaks_the_schools_words(home):
    run(home)
    page = text(home)
    for words in ("Lia skole", "I skolegården", "Til veggen på stedet", "Versjon 1", "A3 stående"):
        assert words in page
    assert "Tegninger: elever på 2. og 4. trinn" in page


def test_in_nynorsk_too(home):
    rewrite(home, "målform: nb", "målform: nn", "sources/skole.yaml")
    (home / "sources/oversettelser/nn.yaml").unlink()
    run(home)
    assert '<html lang="nn">' in text(home)
    assert "Dette har vi laga" in text(home)


def test_a_partial_build_tells_of_all_that_is_there(home):
    run(home)
    rewrite(home, "venter på tur", "venter på turen")
    assert run(home, YARD, today=LATER).state == "changed"
    assert links(text(home)) == made(home)
    days = re.findall(r"<h3><time datetime=\"([^\"]+)", text(home))
    assert days == ["2026-11-24", "2026-11-23"]


def test_a_deleted_page_is_made_again(home):
    run(home)
    first = text(home)
    (home / "output/index.html").unlink()
    assert run(home).state == "new"
    assert text(home) == first
    assert run(home) is None


def test_a_page_that_a_hand_has_changed_is_left_alone(home):
    run(home)
    page = home / "output/index.html"
    page.write_text("<p>vår egen</p>", encoding="utf-8")
    rewrite(home, "venter på tur", "venter på turen")
    line = run(home, today=LATER)
    assert (line.state, line.beside) == ("edited by hand", "index (ny).html")
    assert text(home) == "<p>vår egen</p>"
    assert links(text(home, "index (ny).html")) == made(home) - {"index (ny).html"}
    page.unlink()
    assert run(home).state == "new"


def test_a_page_that_no_build_made_is_left_alone(home):
    (home / "output").mkdir()
    (home / "output/index.html").write_text("andres", encoding="utf-8")
    assert run(home).state == "edited by hand"
    assert text(home) == "andres"


def test_a_file_edited_by_hand_is_marked_with_the_new_one(home):
    run(home)
    poster = home / "output/Arenaplakater/A3 stående/Skolegården.pdf"
    poster.write_bytes(poster.read_bytes() + b"\n% changed")
    rewrite(home, "venter på tur", "venter på turen")
    run(home)
    assert "endret for hånd" in text(home)
    assert "Arenaplakater/A3 stående/Skolegården (ny).pdf" in links(text(home))


def test_what_is_outdated_is_not_on_it(home):
    run(home)
    source = home / "sources/matriser.yaml"
    whole = source.read_text(encoding="utf-8").split("  I gangen:")[0]
    source.write_text(whole, encoding="utf-8")
    before = small(home)
    run(home)
    assert "Gangen" not in text(home)
    assert "utgått" not in text(home)
    assert len(small(home)) == len(before) - 1


def test_a_withdrawn_drawing_is_gone_though_only_another_thing_is_built(home):
    run(home)
    before = small(home)
    rewrite(home, "{vegg: ja, ukeplan: ja}", "{trukket: ja}", "assets/drawings.yaml")
    hall = Choice(products=("arena_poster",), arenas=("I gangen",), formats=("pdf",))
    run(home, hall)
    assert len(small(home)) == len(before) - 2  # the poster of the yard, and the matrix
    assert text(home).count("data:image/webp") == len(small(home))
    assert "4. trinn" not in text(home)


def test_a_build_with_faults_writes_no_page(home):
    rewrite(home, "målform: nb", "målform: xx", "sources/skole.yaml")
    with pytest.raises(Faults):
        run(home)
    assert not (home / "output/index.html").exists()


def test_the_page_goes_where_the_files_go(home):
    run(home, out=home / "delt")
    assert (home / "delt/index.html").exists()
    assert not (home / "output/index.html").exists()


def test_small_pictures_are_small_and_tell_nothing_else(home):
    run(home, Choice())
    out = home / "output" / PAGE_HOME
    pictures = [(out / name).read_bytes() for name in small(home)]
    assert pictures
    for content in pictures:
        assert len(content) < 20_000
        assert not [word for word in (*TELLTALES, b"EXIF", b"XMP ", b"ICCP") if word in content]
        with Image.open(BytesIO(content)) as picture:
            assert picture.width <= png.SMALL[0]
            assert not picture.getexif()
    assert not [word for word in TELLTALES if word in text(home).encode()]


@pytest.mark.parametrize(("arts", "shown"), [([], True), (["a stranger"], False), (None, False)])
def test_a_paper_is_shown_when_all_pictures_on_it_are_known(arts, shown, tmp_path):
    entry = SimpleNamespace(arts=arts, digest="d", beside=None)
    lying = SimpleNamespace(job=SimpleNamespace(target="A.pdf"), entry=entry, look="", ours=True)
    thing, there = SimpleNamespace(lying=[lying]), school(arena())
    look = dress(there.brand, there.values, Gathered())
    assert (keeping.original(thing, tmp_path, there, look) is not None) is shown


def test_small_pictures_are_made_once(home, monkeypatch):
    run(home)
    monkeypatch.setattr(png, "small", None)
    assert run(home, force=True).state == "kept"


def test_a_small_picture_stands_on_the_ground_asked_for():
    stream = BytesIO()
    Image.new("RGBA", (900, 600), (0, 0, 0, 0)).save(stream, "PNG")
    content, wide, high = png.small(stream.getvalue(), "#112233")
    with Image.open(BytesIO(content)) as picture:
        shade = picture.convert("RGB").getpixel((5, 5))
    assert (wide, high) == (320, 213)
    assert all(abs(one - two) < 6 for one, two in zip(shade, (0x11, 0x22, 0x33), strict=True))


@pytest.mark.parametrize(
    ("product", "subject", "target", "said"),
    [
        ("arena_poster", "I gangen", "Arenaplakater/A3 stående/Gangen.pdf", "A3 stående"),
        (
            "new",
            "I gangen",
            "Plakater/A4 liggende, nynorsk/Gangen.pdf",
            "A4 liggende, nynorsk",
        ),
        ("new", "Mai 2027", "Månedens/Mai 2027/Stripe 160 × 35 mm.docx", "Stripe 160 × 35 mm"),
        ("new", "Mai 2027", "Månedens/Mai 2027, engelsk/Melding.txt", "engelsk, Melding"),
        ("logo", "", "Logo/Logo farger.svg", ""),
    ],
)
def test_a_file_says_what_its_folder_or_its_name_says(product, subject, target, said):
    whose = school(arena())
    job = Job(product, subject, (), "nb", "A3", False, "pdf", target)
    assert listing._label(job, whose) == said


def focus(name, first, last, **more):
    return Focus(arena(name), date(2026, first, 1), date(2026, last, 28), **more)


def test_kits_follow_the_school_year_then_the_matrices():
    after = AfterSchool(arena("På SFO"))
    year = Year(
        date(2026, 8, 17),
        date(2027, 6, 18),
        (
            focus("Vennskap", 10, 11, themed=True, after_school=after),
            focus("I gangen", 8, 9),
        ),
    )
    whose = replace(school(arena(), arena("I gangen"), arena("Ute")), year=year)
    names = ("I skolegården", "I gangen", "Vennskap", "På SFO")
    there = [Thing([lying("a", (name,))]) for name in names]
    there.append(Thing([lying("b", names)]))
    cards = [Card(f"t-{at}", "x", "y", ()) for at in range(len(there))]
    kits = listing.kits(cards, there, whose)
    assert [one.title for one in kits] == ["I gangen", "Vennskap", "På SFO", "I skolegården"]
    assert [len(one.spans) for one in kits] == [1, 1, 1, 0]
    assert all(one.also == (cards[-1],) for one in kits)


def lying(product, arenas):
    job = Job(product, "x", arenas, "nb", "A3", False, "pdf", "x")
    return Lying(job, Entry(job.plain(), {}, "", [0, 0]), True, 1)
