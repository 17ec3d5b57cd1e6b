"""A photo of a known picture comes back as it was drawn."""

import cv2
import numpy as np
import pytest

from pipeline.drawings import clean, light
from pipeline.drawings.cleaning import clean_pixels
from pipeline.drawings.decoding import open_picture
from pipeline.drawings.rendering import load_master
from pipeline.drawings.sheet import find_sheet, straighten
from pipeline.drawings.store import master_of
from pipeline.problems import Faults

from .conftest import (
    ASSETS,
    FIELDS,
    PENCIL_AT,
    PLACE,
    distance,
    drawn_sheet,
    light_on,
    photographed,
)


def laid_on_truth(pixels: np.ndarray) -> np.ndarray:
    """The clean art, cropped to the drawing, in the coordinates of the sheet of 1000 x 700."""
    ink = (pixels.min(axis=2) < 120).astype(np.uint8)
    left, top, wide, high = cv2.boundingRect(ink)
    inner = np.ascontiguousarray(pixels[top : top + high, left : left + wide])
    sheet = np.full((700, 1000, 3), 255, np.uint8)
    sheet[118:563, 78:923] = cv2.resize(inner, (845, 445), interpolation=cv2.INTER_AREA)
    return sheet


@pytest.fixture(scope="module")
def cleaned(art, store):
    return laid_on_truth(load_master(master_of(art.digest, store)))


def off_colours(sheet: np.ndarray) -> list[float]:
    """How far each field's patches are from their true colour."""
    off = []
    for (left, top, right, bottom), colour in FIELDS.values():
        for x in np.linspace(left + 25, right - 25, 5).astype(int):
            for y in np.linspace(top + 25, bottom - 25, 5).astype(int):
                patch = sheet[y - 8 : y + 8, x - 8 : x + 8].reshape(-1, 3)
                off.append(distance(np.median(patch, axis=0), colour))
    return off


def test_colours_come_back_as_drawn(cleaned):
    off = off_colours(cleaned)
    assert np.median(off) <= 5
    assert np.max(off) <= 10


def test_the_measure_sees_a_photo_that_is_not_cleaned():
    assert np.median(off_colours(light_on(drawn_sheet()).astype(np.uint8))) > 10


def test_paper_is_pure_white(cleaned):
    far = np.ones(cleaned.shape[:2], np.uint8)
    far[drawn_sheet().min(axis=2) < 255] = 0
    far = cv2.erode(far, np.ones((25, 25), np.uint8)) > 0
    assert (cleaned[far] == 255).all(axis=1).mean() > 0.999


def test_a_pale_field_half_in_shadow_is_even(cleaned):
    left, top, right, bottom = FIELDS["pale"][0]
    inner = cv2.blur(cleaned[top + 15 : bottom - 15, left + 15 : right - 15], (15, 15))
    pale, deep = (np.percentile(inner, share, axis=(0, 1)) for share in (99, 1))
    assert distance(pale, deep) <= 6


def test_pale_pencil_is_kept(cleaned):
    left, top, right, _ = PENCIL_AT
    line = cleaned[top - 6 : top + 7, left + 10 : right - 10].min(axis=2).min(axis=0)
    assert (line < 240).mean() > 0.97


def test_a_drawn_frame_is_not_taken_for_the_sheet():
    sheet = np.full((900, 1200, 3), 240, np.uint8)
    cv2.rectangle(sheet, (150, 150), (1050, 750), (40, 40, 40), 14)
    assert find_sheet(sheet) is None


def test_dark_edges_of_the_scanner_are_cut():
    scan = np.full((900, 1200, 3), (236, 235, 230), np.uint8)
    cv2.circle(scan, (600, 450), 150, (200, 60, 60), -1)
    scan = cv2.warpAffine(
        scan, cv2.getRotationMatrix2D((600, 450), 0.8, 1), (1200, 900), borderValue=(40, 40, 44)
    )
    art = clean_pixels(scan, "drawing", PLACE)
    assert abs(art.shape[0] - 330) < 40
    assert abs(art.shape[1] - 330) < 40
    assert (art[:5] == 255).all()


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_the_sheet_is_found_however_the_phone_was_held(seen, turns):
    photo = np.rot90(seen, turns)
    corners = find_sheet(np.ascontiguousarray(photo))
    true = np.float32([[170, 120], [1240, 180], [1290, 930], [110, 890]])
    for _ in range(turns):
        true = np.stack([true[:, 1], 1400 - true[:, 0]], axis=1)
        true = true if _ % 2 == 0 else true + [0, -350]
    true = true[np.lexsort(true.T)]
    assert np.abs(corners[np.lexsort(corners.T)].mean(axis=0) - true.mean(axis=0)).max() < 6


def test_a_blank_sheet_is_refused_in_words():
    with pytest.raises(Faults, match="nothing is drawn"):
        clean_pixels(photographed(np.full((700, 1000, 3), 255, np.uint8)), "drawing", PLACE)


def test_the_pale_door_of_a_real_photo_is_teal_all_over(store):
    art = clean(ASSETS / "drawings" / "toalett.jpg", store, PLACE)
    pixels = load_master(master_of(art.digest, store))
    high, wide = pixels.shape[:2]
    door = [
        pixels[int(y * high) - 40 : int(y * high) + 40, int(x * wide) - 40 : int(x * wide) + 40]
        for x, y in ((0.07, 0.15), (0.25, 0.1), (0.07, 0.85), (0.2, 0.6), (0.29, 0.65), (0.3, 0.84))
    ]
    means = [part.reshape(-1, 3).mean(axis=0) for part in door]
    assert all(distance(mean, means[0]) < 3 for mean in means)
    assert means[0][2] - means[0][0] > 20
    assert (pixels[:4] == 255).all()


@pytest.fixture(scope="module")
def gaps() -> np.ndarray:
    """A real sheet, small, on which a shadow's edge crosses narrow gaps between lines."""
    photo = open_picture(ASSETS / "drawings" / "garderobe.jpg", PLACE)
    sheet = straighten(photo)
    scale = light.LOOK / max(sheet.shape[:2])
    return cv2.resize(sheet, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def smudged(sheet: np.ndarray) -> int:
    """How many spots are pale grey all around when the light is taken out."""
    even = np.clip(sheet / light.model(sheet).paper * 255, 0, 255).astype(np.float32)
    deep, pale = cv2.erode(even, np.ones((3, 3))), cv2.dilate(even, np.ones((3, 3)))
    grey = (np.ptp(even, axis=2) < 14) & (pale.max(axis=2) < 250) & (deep.min(axis=2) > 205)
    return int(grey.sum())


def test_a_shadow_s_edge_leaves_no_smudge_between_lines(gaps):
    assert smudged(gaps) == 0


def test_the_measure_sees_a_smudge_between_lines(gaps, monkeypatch):
    monkeypatch.setattr(light, "_between_lines", lambda log, paper, bare, fields: paper)
    assert smudged(gaps) > 10


def test_a_grey_road_without_an_end_line_is_not_taken_for_a_shadow(store):
    art = clean(ASSETS / "drawings" / "skolevei.jpg", store, PLACE)
    pixels = load_master(master_of(art.digest, store))
    high, wide = pixels.shape[:2]
    row = slice(int(0.78 * high), int(0.82 * high))
    left, right = (
        pixels[row, int(x * wide) : int((x + 0.05) * wide)].reshape(-1, 3).mean(axis=0)
        for x in (0.08, 0.8)
    )
    assert distance(left, right) < 3
    assert 150 < left.mean() < 215


@pytest.mark.parametrize("shape", ["hand", "stripe"])
def test_a_shadow_within_a_field_is_taken_out(shape):
    rows, columns = np.mgrid[:700, :1000].astype(np.float32)
    away = np.hypot(columns - 350, rows - 450) - 200 if shape == "hand" else abs(columns - 300) - 60
    dark = 1 - 0.45 / (1 + np.exp(np.clip(away / 15, -30, 30)))
    photo = photographed(drawn_sheet(), lit=drawn_sheet() * dark[..., None] * 0.9)
    off = off_colours(laid_on_truth(clean_pixels(photo, "drawing", PLACE)))
    assert np.median(off) <= 5
    assert np.max(off) <= 10


@pytest.mark.parametrize("table", [(225, 222, 215), (150, 150, 150), (30, 30, 30)])
def test_the_sheet_is_found_on_any_table(table):
    corners = find_sheet(photographed(drawn_sheet(), table=table))
    true = np.float32([[170, 120], [1240, 180], [1290, 930], [110, 890]])
    assert np.abs(corners - true).max() < 6


def test_grass_to_the_edge_of_the_sheet_is_kept():
    sheet = drawn_sheet()
    sheet[600:] = (130, 190, 110)
    art = clean_pixels(photographed(sheet), "drawing", PLACE)
    assert distance(np.median(art[-60:-30, 100:-100].reshape(-1, 3), axis=0), (130, 190, 110)) < 10


def test_a_sheet_painted_all_over_is_kept_as_it_is():
    sheet = np.full((700, 1000, 3), (90, 140, 200), np.uint8)
    cv2.circle(sheet, (500, 350), 150, (250, 200, 60), -1)
    art = clean_pixels(photographed(sheet, lit=sheet * 0.9), "drawing", PLACE)
    middle, corner = (art[art.shape[0] // 2, art.shape[1] // 2], art[60, 60])
    assert int(middle[0]) - int(middle[2]) > 100
    assert int(corner[2]) - int(corner[0]) > 60
