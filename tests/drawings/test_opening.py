"""Whatever is handed in is opened upright, or refused in words."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from pipeline.drawings import clean
from pipeline.drawings.decoding import LONG_SIDE, decode, open_picture
from pipeline.drawings.opening import MAX_BYTES
from pipeline.problems import Faults

from .conftest import PLACE, jpeg


def small() -> np.ndarray:
    """A picture with a red upper left quarter."""
    picture = np.full((400, 600, 3), 245, np.uint8)
    picture[:200, :300] = (210, 40, 40)
    return picture


def saved(pixels: np.ndarray, kind: str, mode: str = "RGB", **how) -> bytes:
    out = io.BytesIO()
    picture = Image.fromarray(pixels)
    picture = picture.quantize(8) if mode == "P" else picture.convert(mode)
    picture.save(out, kind, **how)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("JPEG", "RGB"),
        ("JPEG", "L"),
        ("JPEG", "CMYK"),
        ("PNG", "RGB"),
        ("PNG", "P"),
        ("PNG", "RGBA"),
        ("PNG", "LA"),
        ("PNG", "1"),
        ("TIFF", "RGB"),
        ("TIFF", "CMYK"),
        ("WEBP", "RGB"),
        ("GIF", "P"),
    ],
)
def test_every_usual_format_is_read_by_its_content(tmp_path, kind, mode):
    file = tmp_path / "drawing.dat"
    file.write_bytes(saved(small(), kind, mode))
    pixels = open_picture(file, PLACE)
    assert pixels.shape == (400, 600, 3)
    assert pixels.dtype == np.uint8
    assert pixels[300, 450].min() > 230
    assert pixels[50, 50].min() < 150


@pytest.mark.parametrize("turn", range(1, 9))
def test_the_camera_s_orientation_is_followed(turn):
    turned = Image.fromarray(small())
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    turned = turned.transpose(back[turn]) if turn in back else turned
    exif = Image.Exif()
    exif[274] = turn
    out = io.BytesIO()
    turned.save(out, "PNG", exif=exif)
    pixels = decode(out.getvalue(), "x.png", PLACE)
    assert pixels.shape == (400, 600, 3)
    assert tuple(pixels[50, 50]) == (210, 40, 40)


def test_transparent_parts_are_laid_on_white():
    clear = np.zeros((400, 400, 4), np.uint8)
    clear[100:200, 100:200] = (10, 20, 200, 255)
    out = io.BytesIO()
    Image.fromarray(clear).save(out, "PNG")
    pixels = decode(out.getvalue(), "x.png", PLACE)
    assert tuple(pixels[300, 300]) == (255, 255, 255)
    assert tuple(pixels[150, 150]) == (10, 20, 200)


def test_sixteen_bits_are_read_in_their_full_range():
    deep = np.full((400, 400), 60000, np.uint16)
    deep[:100] = 1000
    out = io.BytesIO()
    Image.fromarray(deep).save(out, "PNG")
    pixels = decode(out.getvalue(), "x.png", PLACE)
    assert pixels[300, 300, 0] == pytest.approx(233, abs=1)
    assert pixels[50, 50, 0] == pytest.approx(4, abs=1)


def test_of_many_pages_the_first_is_taken():
    out = io.BytesIO()
    pages = [Image.fromarray(small()), Image.new("RGB", (500, 500), "black")]
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    assert decode(out.getvalue(), "x.tif", PLACE).shape == (400, 600, 3)


def test_very_large_pictures_are_made_smaller():
    big = np.full((1000, 9000, 3), 240, np.uint8)
    assert decode(jpeg(big), "x.jpg", PLACE).shape[1] <= LONG_SIDE


def bomb(width: int, height: int) -> bytes:
    """A PNG of some bytes that says it is enormous."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99))


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return out.getvalue()


REFUSED = {
    "empty": (b"", "is empty"),
    "html": (b"<!doctype html><html><body>404</body></html>", "is a web page"),
    "pdf": (b"%PDF-1.7\n1 0 obj", "is a PDF"),
    "zip": (zipped(), "is a ZIP or Office file"),
    "noise": (bytes(range(256)) * 9, "is not a picture that can be read"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is a web page"),
    "bomb": (bomb(12_000, 12_000), "million pixels"),
    "great bomb": (bomb(90_000, 90_000), "million pixels"),
    "tiny": (saved(np.zeros((200, 900, 3), np.uint8), "PNG"), "is only 900 × 200 pixels"),
    "cut jpeg": (jpeg(small())[:2000], "is damaged or cut short"),
    "cut png": (saved(small(), "PNG")[:-200], "is damaged or cut short"),
    "cut tiff": (saved(small(), "TIFF")[:9000], "is damaged or cut short|not a picture"),
    "cut webp": (saved(small(), "WEBP", lossless=True)[:-60], "is damaged or cut short|not a"),
    "cut heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 300, "not a picture|damaged"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_sound_picture_is_refused_in_words(tmp_path, name):
    content, words = REFUSED[name]
    file = tmp_path / "drawing.jpg"
    file.write_bytes(content)
    with pytest.raises(Faults, match=words) as caught:
        clean(file, tmp_path / "store", PLACE)
    assert "skole.yaml, line 3" in str(caught.value)
    assert caught.value.problems[0].mend.text
    assert not (tmp_path / "store").exists()


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "none.jpg", tmp_path):
        with pytest.raises(Faults, match="there is no file"):
            clean(path, tmp_path / "store", PLACE)


def test_a_file_that_is_far_too_large_is_refused_unread(tmp_path):
    file = tmp_path / "huge.tif"
    with file.open("wb") as out:
        out.truncate(MAX_BYTES + 1)
    with pytest.raises(Faults, match="at most 100 MB"):
        clean(file, tmp_path / "store", PLACE)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "GIF"])
def test_no_damage_makes_a_traceback(kind):
    rng = np.random.default_rng(7)
    sound = saved(cv2.resize(small(), (450, 320)), kind)
    opened = 0
    for turn in range(24):
        broken = bytearray(sound[: rng.integers(1, len(sound))] if turn % 3 == 0 else sound)
        for _ in range(0 if turn % 3 == 0 else rng.integers(1, 12)):
            broken[rng.integers(0, len(broken))] = rng.integers(0, 256)
        try:
            opened += decode(bytes(broken), "x", PLACE).ndim == 3
        except Faults as faults:
            assert str(faults).startswith("skole.yaml, line 3: 'x' ")
    assert opened < 24


def test_a_broken_orientation_block_does_not_matter():
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x09\xff\xff\xff\xff\xff\xff"
    content = jpeg(small())
    content = content[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + content[2:]
    assert decode(content, "x.jpg", PLACE).shape == (400, 600, 3)


def test_a_heic_from_a_phone_is_read():
    pixels = open_picture(Path(__file__).parent / "phone.heic", PLACE)
    assert pixels.shape == (400, 600, 3)
    assert pixels[50, 50] == pytest.approx((210, 40, 40), abs=12)
    assert pixels[300, 450].min() > 230
