"""What lies in the store: made once, sized for its place, and saying nothing beside the picture."""

import io
import os
import shutil
import subprocess
import sys

import cv2
import numpy as np
import pytest
from PIL import Image, ImageFont

from pipeline.drawings import (
    REFUSE_DPI,
    WARN_DPI,
    before_and_after,
    clean,
    digest_of,
    dpi,
    forget,
    ready,
    rendering,
    rendition,
    widest_mm,
)
from pipeline.drawings.comparing import CAPTION, GAP, HEAD, WIDE, WORDS, letters_of
from pipeline.drawings.privacy import leaks
from pipeline.drawings.rendering import cleared
from pipeline.drawings.store import STEPS, lay, master_of, step_of
from pipeline.model import Art
from pipeline.paper import fonts

from .conftest import ASSETS, PLACE, drawn_sheet, jpeg

SECRETS = (b"Nordmann", b"Exif\0\0", b"ns.adobe.com", b"Photoshop", b"remark", b"ICC_PROFILE")


def test_clean_art_is_found_again_by_content(art, photo, store, tmp_path):
    other = tmp_path / "another name.png"
    other.write_bytes(photo.read_bytes())
    before = master_of(art.digest, store).stat().st_mtime_ns
    assert clean(other, store, PLACE) == art == ready(digest_of(photo), store)
    assert master_of(art.digest, store).stat().st_mtime_ns == before
    assert digest_of(photo, "logo") != art.digest
    assert len(art.digest) == 32


def test_the_original_is_not_touched(art, photo, seen):
    assert photo.read_bytes() == jpeg(seen)


def test_a_build_with_all_in_the_store_loads_no_library_for_pictures(art, photo, store):
    width = rendition(art, 400, store).name
    code = (
        "import sys; from pathlib import Path; from pipeline.drawings import *;"
        "from pipeline.problems import Place; p, s = map(Path, sys.argv[1:]);"
        "art = clean(p, s, Place('x')); name = rendition(art, 400, s).name;"
        "heavy = {'cv2', 'numpy', 'PIL', 'vtracer', 'pi_heif'} & set(sys.modules);"
        f"sys.exit(str(heavy) if heavy or name != {width!r} else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(photo), str(store)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode == 0, done.stderr


def test_two_at_once_get_the_same_art(photo, tmp_path):
    code = (
        "import sys; from pathlib import Path; from pipeline.drawings import clean, light;"
        "light.LOOK = 200;"  # light as coarse as this is soon found
        "from pipeline.problems import Place; p, s = map(Path, sys.argv[1:]);"
        "print(clean(p, s, Place('x')).digest)"
    )
    call = [sys.executable, "-c", code, str(photo), str(tmp_path)]
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    both = [subprocess.Popen(call, stdout=subprocess.PIPE, text=True, env=path) for _ in range(2)]
    arts = {one.communicate()[0] for one in both}
    assert len(arts) == 1
    assert [one.returncode for one in both] == [0, 0]
    assert sorted(one.suffix for one in tmp_path.iterdir()) == [".json", ".png"]


def test_a_half_written_store_is_made_anew(art, photo, cleaned_before, tmp_path):
    (tmp_path / f"{art.digest}.json").write_text("{")
    assert clean(photo, tmp_path, PLACE) == art


def test_widths_go_by_steps_and_never_up(art, store):
    assert step_of(500, 5000) == 640
    assert step_of(2126, 5000) == 2200
    assert step_of(9000, 700) == 700
    assert all(small < large <= 1.5 * small for small, large in zip(STEPS, STEPS[1:], strict=False))
    with Image.open(rendition(art, 500, store)) as picture:
        assert picture.width == 640
    assert rendition(art, 510, store) == rendition(art, 640, store)
    with Image.open(rendition(art, 9999, store)) as picture:
        assert picture.size == (art.width, art.height)


def test_jpeg_paper_is_pure_white_and_steady(art, store, tmp_path):
    file = rendition(art, 900, store)
    pixels = np.asarray(Image.open(file))
    assert (pixels[:6] == 255).all()
    shutil.copy(master_of(art.digest, store), tmp_path)
    again = rendition(art, 900, tmp_path)
    assert again.read_bytes() == file.read_bytes()


def test_clear_paper_leaves_no_rim_on_colour(art, store):
    pixels = np.asarray(Image.open(rendition(art, 900, store, clear=True))).astype(float)
    yellow = np.array([255, 212, 92])
    cover = pixels[..., 3:] / 255
    laid = pixels[..., :3] * cover + yellow * (1 - cover)
    assert (laid[:6].round() == yellow).all()
    outline = np.argmax((pixels[450, :, 3] > 250) & (pixels[450, :, 0] < 70))
    rim = laid[450, max(0, outline - 5) : outline]
    assert (rim[:, 2] < 110).all()


def test_white_inside_the_drawing_stays_white():
    ball = np.full((400, 400, 3), 255, np.uint8)
    rows, columns = np.mgrid[:400, :400]
    away = np.hypot(rows - 200, columns - 200)
    ball[(away > 100) & (away < 112)] = 30
    laid = cleared(ball)
    assert tuple(laid[200, 200]) == (255, 255, 255, 255)
    assert laid[5, 5, 3] == 0


SLIT = np.s_[256:484, 246:253]


def nooks() -> np.ndarray:
    """Legs with a slit between them, pinched below; and a ball whose outline has a hair's gap."""
    sheet = np.full((700, 1000, 3), 255, np.uint8)
    sheet[150:500, 200:300] = (60, 80, 160)
    sheet[250:490, 244:255] = 255
    sheet[490:500, 248:250] = 255
    cv2.circle(sheet, (800, 350), 100, (30, 30, 30), 12, cv2.LINE_AA)
    sheet[350, 690:712] = 255
    return sheet


def test_a_narrow_nook_is_clear_and_a_ball_stays_white():
    laid = cleared(nooks())
    assert (laid[SLIT][..., 3] == 0).mean() > 0.99
    assert tuple(laid[350, 800]) == (255, 255, 255, 255)


def test_the_measure_sees_a_nook_that_is_left_white(monkeypatch):
    monkeypatch.setattr(rendering, "_with_nooks", lambda bare, paper, rooms: paper)
    assert (cleared(nooks())[SLIT][..., 3] == 0).mean() < 0.3


def test_nothing_of_the_original_s_hidden_words_comes_along(tmp_path, seen, cleaned_before):
    exif = Image.Exif()
    exif[0x010E] = "Ola Nordmann"
    exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    Image.fromarray(seen).save(
        out,
        "JPEG",
        exif=exif,
        comment=b"remark Nordmann",
        xmp=b"<x xmlns='http://ns.adobe.com/xap/1.0/'>Nordmann</x>",
        icc_profile=b"\0" * 200 + b"Nordmann",
    )
    file = tmp_path / "Ola Nordmann 4B.jpg"
    file.write_bytes(out.getvalue())
    assert b"Nordmann" in file.read_bytes()
    assert {"EXIF or XMP", "colour profile", "comment"} <= set(leaks(file.read_bytes()))
    art = clean(file, tmp_path / "store", PLACE)
    for clear in (False, True):
        rendition(art, 400, tmp_path / "store", clear)
    made = list((tmp_path / "store").iterdir())
    assert len(made) == 4
    for one in made:
        assert not leaks(one.read_bytes())
        assert not any(secret in one.read_bytes() + one.name.encode() for secret in SECRETS)


def test_the_guard_stops_a_planted_leak(tmp_path):
    real = (ASSETS / "drawings" / "toalett.jpg").read_bytes()
    assert "EXIF or XMP" in leaks(real)
    with pytest.raises(ValueError, match="EXIF"):
        lay(tmp_path / "x.jpg", real)
    out = io.BytesIO()
    note = __import__("PIL.PngImagePlugin", fromlist=["PngInfo"]).PngInfo()
    note.add_text("Author", "Ola")
    Image.new("RGB", (9, 9)).save(out, "PNG", pnginfo=note)
    assert leaks(out.getvalue()) == ("tEXt",)
    assert leaks(jpeg(drawn_sheet()) + b"Ola") == ("trailing bytes",)
    assert leaks(b"<svg xmlns='x'><!-- Ola --><title>x</title></svg>") == ("<!--", "<title")
    assert list(tmp_path.iterdir()) == []


def test_a_withdrawn_drawing_is_gone(art, store, tmp_path):
    shutil.copytree(store, tmp_path, dirs_exist_ok=True)
    for file in tmp_path.iterdir():
        if not file.name.startswith(art.digest):
            file.unlink()
    rendition(art, 400, tmp_path)
    rendition(art, 400, tmp_path, clear=True)
    (tmp_path / "other.png").write_bytes(b"")
    forget(art.digest, tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["other.png"]
    assert ready(art.digest, tmp_path) is None


def test_resolution_is_counted_at_the_placed_size():
    art = Art("0" * 32, 2126, 1500)
    assert dpi(art, 270) == pytest.approx(WARN_DPI, abs=0.1)
    assert widest_mm(art) == pytest.approx(270, abs=0.1)
    assert widest_mm(art, REFUSE_DPI) == pytest.approx(540, abs=0.1)


def test_an_a3_poster_s_drawing_is_small_enough(store):
    art = clean(ASSETS / "drawings" / "toalett.jpg", store, PLACE)
    file = rendition(art, round(270 / 25.4 * 200), store)
    assert file.stat().st_size < 1_000_000
    assert dpi(art, 270) >= WARN_DPI


def test_before_and_after_lie_on_one_sheet(photo, store, tmp_path):
    target = tmp_path / "sheet.png"
    seen = []

    def captions(name, size, art):
        seen.append((name, size, art.width))
        return name * 9, "white", "one\ntwo"

    before_and_after([photo], store, target, ("Before", "After", "On colour"), captions)
    with Image.open(target) as sheet:
        assert sheet.width > sheet.height
        assert sheet.getpixel((2 * (WIDE + GAP) + GAP + 4, GAP + HEAD + 4)) == (255, 212, 92)
        pixels = np.asarray(sheet.convert("L"))
    assert seen == [("Ola Nordmann 4B.jpg", (1400, 1050), ready(digest_of(photo), store).width)]
    assert not leaks(target.read_bytes())
    columns = [slice(GAP + at * (WIDE + GAP), GAP + at * (WIDE + GAP) + WIDE) for at in range(3)]
    for rows in (slice(GAP, GAP + HEAD), slice(-WORDS - GAP + 6, -GAP)):
        assert all((pixels[rows, column] < 90).sum() > 100 for column in columns)
        assert (pixels[rows, columns[0].stop : columns[1].start] > 200).all()


def test_the_words_on_the_sheet_are_bold_where_the_font_can_be():
    def ink(letters):
        return np.asarray(letters.getmask("Skarp", "L")).sum()

    for family in ("Nunito", "Noto Sans"):
        path = fonts.face(family, 400).path
        thin = ImageFont.truetype(str(path), CAPTION)
        assert ink(letters_of(path, CAPTION)) > 1.2 * ink(thin)
    assert CAPTION >= 28


def test_art_may_be_turned_on_white_that_holds_all_of_it(store):
    turned = rendition(clean(ASSETS / "drawings" / "gang.jpg", store, PLACE), 480, store, turn=-3)
    with Image.open(turned) as picture:
        wide, high = picture.size
        corners = [picture.getpixel((x, y)) for x in (0, wide - 1) for y in (0, high - 1)]
    assert wide > 480
    assert corners == [(255, 255, 255)] * 4
