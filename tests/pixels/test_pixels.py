"""Posters look as they did: each is compared, pixel by pixel, with the picture kept of it.

RENEW=1 keeps the pictures as they are now.
"""

import math
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from pipeline.drawings.rendering import turned
from pipeline.formats import pdf
from pipeline.paper.sheet import Group, Shape, Text
from tests.products.monthly import yearly
from tests.products.sample import YARD, arena, composed, desk, drawing, school

GOLDEN = Path(__file__).parent / "golden"
DPI = 60
LEVELS = 24  # so far may a pixel be from what it was
SHARE = 0.002  # and so many of them may be farther
POSTERS = {
    f"{name}-{lies}-{count}-{theme}-{'drawn' if drawn else 'bare'}": (
        f"{name}_poster",
        lies == "landscape",
        count,
        theme,
        drawn,
    )
    for name, lies, count, theme, drawn in (
        ("arena", "portrait", 3, "sol", True),
        ("arena", "landscape", 3, "sol", True),
        ("arena", "portrait", 3, "blekk", False),
        ("arena", "landscape", 3, "blekk", True),
        ("arena", "portrait", 5, "sol", False),
        ("arena", "landscape", 5, "blekk", False),
        ("matrix", "portrait", 3, "sol", True),
        ("matrix", "landscape", 3, "sol", True),
        ("matrix", "portrait", 3, "blekk", False),
        ("matrix", "landscape", 3, "blekk", True),
        ("matrix", "landscape", 5, "sol", False),
    )
}
SLIPS_SEEN = {
    f"monthly-{size}-{theme}-{'drawn' if drawn else 'bare'}": (size, theme, drawn)
    for size, theme, drawn in (
        ("160x35", "sol", True),
        ("160x35", "blekk", False),
        ("247x28", "sol", True),
        ("80x80", "sol", True),
        ("80x80", "blekk", False),
        ("A5", "sol", True),
        ("A5", "blekk", False),
    )
}


@pytest.fixture(scope="module")
def album(tmp_path_factory):
    """Give each picture's file: a drawing on white, a logo that is clear around."""
    folder = tmp_path_factory.mktemp("album")
    yard = Image.new("RGB", (400, 300), "white")
    pen = ImageDraw.Draw(yard)
    pen.ellipse((60, 60, 180, 220), "#5aa05a", "#222222", 5)
    pen.rectangle((230, 110, 340, 250), "#ffd080", "#222222", 5)
    logo = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    ImageDraw.Draw(logo).ellipse((10, 10, 190, 190), "#5a7ac0", "#222222", 5)
    for name, image in (("yard", yard), ("logo", logo)):
        image.save(folder / f"{name}.png")

    def give(picture, turn):
        straight = folder / f"{picture.art.digest}.png"
        leaning = folder / f"{picture.art.digest}{turn:+g}.png"
        if turn and not leaning.exists():
            pixels = np.array(Image.open(straight).convert("RGB"))
            Image.fromarray(turned(pixels, turn)).save(leaning)
        return leaning if turn else straight

    return give


def paper(poster):
    """Compose the poster of a small school, or the insert of its first month."""
    if poster in SLIPS_SEEN:
        size, theme, drawn = SLIPS_SEEN[poster]
        at = desk(yearly(drawn=drawn, theme=theme), size, landscape=True)
        return composed("monthly_insert", at)
    name, landscape, count, theme, drawn = POSTERS[poster]
    cells = YARD[:count] if count == 3 else tuple(lines[:1] for lines in YARD)
    first = arena(cells=cells, drawn=drawing() if drawn else None)
    one = school(first, arena("I gangen", cells[1:] + cells[:1]), theme=theme, bare=not drawn)
    at = desk(one, "A4", landscape)
    made = composed(name, at)
    assert not list(at.problems)
    return made


def rendered(made, album):
    """Return page one as RGB."""
    document = pypdfium2.PdfDocument(pdf.paint(made, album))
    page = document[0]
    bitmap = page.render(scale=DPI / 72)
    image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    page.close()
    document.close()
    return image


def differing(now, then):
    """Return which pixels are farther off than they may be, and how large a part of all."""
    if now.size != then.size:
        return np.ones((now.height, now.width), bool), 1.0
    far = np.abs(np.int_(now) - np.int_(then)).max(axis=2) > LEVELS
    return far, float(far.mean())


def compare(poster, now, folder):
    """Compare with the picture kept; where too much differs, lay a picture of it in the folder."""
    kept = GOLDEN / f"{poster}.png"
    if os.environ.get("RENEW"):
        few = now.quantize(256, Image.Quantize.MEDIANCUT, kmeans=3, dither=Image.Dither.NONE)
        few.save(kept, optimize=True)
    with Image.open(kept) as image:
        then = image.convert("RGB")
    far, share = differing(now, then)
    if share <= SHARE:
        return
    marked = Image.blend(now, Image.new("RGB", now.size, "white"), 0.7)
    marked.paste((220, 0, 0), mask=Image.fromarray(far))
    file = folder / f"{poster}.png"
    both = Image.new("RGB", (now.width * 3, now.height), "white")
    for at, one in enumerate((then, now, marked)):
        both.paste(one, (at * now.width, 0))
    both.save(file)
    pytest.fail(f"{share:.2%} of {poster} looks otherwise: was, is and differs in {file}")


@pytest.mark.parametrize("poster", [*POSTERS, *SLIPS_SEEN])
def test_a_poster_looks_as_it_did(poster, album, tmp_path):
    compare(poster, rendered(paper(poster), album), tmp_path)


def changed(items, change):
    """Return the items with each text and shape changed."""
    return tuple(
        replace(one, items=changed(one.items, change)) if isinstance(one, Group) else change(one)
        for one in items
    )


def _moved(item):
    """Move the lines by a millimetre."""
    if not isinstance(item, Text):
        return item
    box = replace(item.box, x=item.box.x + 1)
    return replace(item, box=box)


def _lower(item):
    return replace(item, baseline=item.baseline + 1) if isinstance(item, Text) else item


def _paler(item):
    """Make every letter paler."""
    if not isinstance(item, Text):
        return item
    return replace(item, letters=replace(item.letters, colour="#777777"))


def _other_field(item):
    """Give what is filled another fill."""
    if not isinstance(item, Shape) or not item.fill:
        return item
    return replace(item, fill="#" + "".join(_nudged(item.fill[at : at + 2]) for at in (1, 3, 5)))


def _nudged(level):
    return f"{abs(int(level, 16) - 40):02x}"


def _one_line_left_out(item):
    if isinstance(item, Text) and item.lines[0].startswith("Jeg venter"):
        return replace(item, lines=(" ",) * len(item.lines))
    return item


PLANTED_ON = [
    "arena-portrait-3-sol-drawn",
    "matrix-landscape-3-sol-drawn",
    "monthly-160x35-sol-drawn",
]


@pytest.mark.parametrize("change", [_moved, _lower, _paler, _other_field, _one_line_left_out])
@pytest.mark.parametrize("poster", PLANTED_ON)
def test_a_planted_change_is_seen(change, poster, album, tmp_path, monkeypatch):
    monkeypatch.delenv("RENEW", raising=False)
    made = paper(poster)
    sheet = replace(made.sheets[0], items=changed(made.sheets[0].items, change))
    now = rendered(replace(made, sheets=(sheet,)), album)
    with pytest.raises(pytest.fail.Exception, match="looks otherwise") as told:
        compare(poster, now, tmp_path)
    assert str(tmp_path / f"{poster}.png") in str(told.value)
    assert (tmp_path / f"{poster}.png").exists()


def test_no_kept_picture_is_too_many_or_too_large():
    assert {path.stem for path in GOLDEN.glob("*.png")} == {*POSTERS, *SLIPS_SEEN}
    assert [path.name for path in GOLDEN.glob("*.png") if path.stat().st_size >= 40_000] == []


def test_pictures_of_other_sizes_differ():
    one, other = (Image.new("RGB", (9, high), "white") for high in (9, 10))
    assert math.isclose(differing(one, other)[1], 1)
