"""A known picture on a sheet, and the way a phone's camera sees it."""

import functools
from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.drawings import clean
from pipeline.drawings.rendering import load_master
from pipeline.drawings.store import master_of
from pipeline.problems import Place

PLACE = Place("skole.yaml").at(line=3)
ASSETS = Path(__file__).parents[2] / "assets"
FIELDS = {
    "pale": ((80, 120, 420, 560), (222, 240, 236)),
    "cream": ((480, 420, 900, 560), (246, 232, 205)),
    "red": ((480, 120, 600, 240), (216, 92, 80)),
    "blue": ((640, 120, 760, 240), (96, 150, 210)),
    "green": ((800, 120, 920, 240), (130, 190, 110)),
    "grey": ((480, 280, 600, 380), (190, 192, 196)),
}
"""Name: left, top, right, bottom on the sheet of 1000 x 700, and the true colour."""
PENCIL = (205, 205, 208)
PENCIL_AT = (660, 330, 920, 330)


def drawn_sheet() -> np.ndarray:
    """The picture as drawn, in even light."""
    sheet = np.full((700, 1000, 3), 255, np.uint8)
    for (left, top, right, bottom), colour in FIELDS.values():
        cv2.rectangle(sheet, (left, top), (right, bottom), colour, -1)
        cv2.rectangle(sheet, (left, top), (right, bottom), (35, 35, 40), 5, cv2.LINE_AA)
    left, top, right, bottom = PENCIL_AT
    cv2.line(sheet, (left, top), (right, bottom), PENCIL, 3, cv2.LINE_AA)
    return sheet


def light_on(sheet: np.ndarray, shadow: float = 0.55, soft: float = 30) -> np.ndarray:
    """The sheet in warm light that falls off, half of it in a shadow with a soft edge."""
    columns = np.arange(sheet.shape[1], dtype=np.float32)[None]
    rows = np.arange(sheet.shape[0], dtype=np.float32)[:, None]
    fall = 0.95 - 0.18 * columns / sheet.shape[1] - 0.1 * rows / sheet.shape[0]
    dark = 1 / (1 + np.exp(-(columns + 0.6 * rows - 520) / soft))
    warm = np.array([1.0, 0.95, 0.85], np.float32)
    return sheet * ((fall * (1 - (1 - shadow) * dark))[..., None] * warm)


def photographed(sheet, table=(92, 62, 40), lit=None, seed: int = 1) -> np.ndarray:
    """The sheet on a table, seen aslant by a camera with noise; `lit` is it in another light."""
    corners = np.float32([[170, 120], [1240, 180], [1290, 930], [110, 890]])
    height, width = sheet.shape[:2]
    flat = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    turn = cv2.getPerspectiveTransform(flat, corners)
    size = (1400, 1050)
    cover = cv2.warpPerspective(np.ones((height, width), np.float32), turn, size)[..., None]
    seen = cv2.warpPerspective((sheet if lit is None else lit).astype(np.float32), turn, size)
    photo = np.float32(table) * (1 - cover) + seen * cover
    photo = light_on(photo) if lit is None else photo
    photo = photo.astype(np.float32) + grain(photo.shape, seed)
    return np.clip(photo, 0, 255, out=photo).astype(np.uint8)


@functools.cache
def grain(shape: tuple[int, ...], seed: int) -> np.ndarray:
    """The noise of a camera."""
    return 2.5 * np.random.default_rng(seed).standard_normal(shape, np.float32)


def jpeg(pixels: np.ndarray, quality: int = 88) -> bytes:
    """The bytes of a JPEG of the pixels (RGB)."""
    order = cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR)
    return cv2.imencode(".jpg", order, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()


def distance(one, other) -> float:
    """How far apart two colours are (CIE76, ΔE in Lab)."""
    pair = np.float32([[one, other]]) / 255
    lab = cv2.cvtColor(pair, cv2.COLOR_RGB2LAB)[0]
    return float(np.linalg.norm(lab[0] - lab[1]))


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    return tmp_path_factory.mktemp("store")


@pytest.fixture(scope="session")
def seen() -> np.ndarray:
    return photographed(drawn_sheet())


@pytest.fixture(scope="session")
def photo(tmp_path_factory, seen) -> Path:
    file = tmp_path_factory.mktemp("photos") / "Ola Nordmann 4B.jpg"
    file.write_bytes(jpeg(seen))
    return file


@pytest.fixture(scope="session")
def art(photo, store):
    return clean(photo, store, PLACE)


@pytest.fixture
def cleaned_before(art, store, monkeypatch):
    """Whatever is cleaned comes out as the known photo does, at once."""
    pixels = load_master(master_of(art.digest, store))
    monkeypatch.setattr("pipeline.drawings.cleaning.clean_pixels", lambda *_: pixels)
