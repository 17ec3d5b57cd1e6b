"""The logo's files: sizes, inks, grounds and traced paths."""

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from pipeline.drawings import clean, logo_variants, rendition
from pipeline.drawings.logo import flat, variants
from pipeline.drawings.privacy import leaks
from pipeline.drawings.store import master_of

from .conftest import ASSETS, PLACE

INKS = {"ink": "#22252b"}


@pytest.fixture(scope="module")
def logo(store, tmp_path_factory):
    file = tmp_path_factory.mktemp("logo") / "logo.jpg"
    with Image.open(ASSETS / "logo.jpg") as whole:
        whole.resize((660, 660)).save(file, quality=92)
    return clean(file, store, PLACE, "logo")


@pytest.fixture(scope="module")
def files(logo, store):
    return logo_variants(logo, store, INKS)


def test_on_dark_it_has_a_white_line_all_around(logo, store):
    """Where the plain logo has nothing, the one for dark has white beside it, and room for that."""
    rimmed = logo.rimmed
    plain = opened(rendition(logo, logo.width, store, clear=True).read_bytes())
    dark = opened(rendition(rimmed, rimmed.width, store, clear=True, rim=True).read_bytes())
    assert dark.shape[:2] == (rimmed.height, rimmed.width)
    edge = (rimmed.width - logo.width) // 2
    row = dark[dark.shape[0] // 2]
    first = int(np.argmax(row[:, 3] > 200))
    bare = int(np.argmax(plain[plain.shape[0] // 2][:, 3] > 200)) + edge
    assert bare - edge < first < bare and row[first + 2, :3].min() > 240
    assert leaks(rendition(rimmed, 320, store, clear=True, rim=True).read_bytes()) == ()


def opened(content: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGBA"))


def test_every_look_comes_in_sizes_and_as_paths(files):
    sizes = (256, 512)
    looks = ("colour", "dark", *INKS)
    made = {f"{look}-{size}.png" for look in looks for size in sizes}
    assert set(files) == made | {f"{look}.svg" for look in looks}
    assert all(opened(files[f"colour-{size}.png"]).shape[1] == size for size in sizes)


def test_outside_is_clear_and_the_cream_disc_is_cream(files):
    logo = opened(files["colour-512.png"])
    assert logo[2, 2, 3] == 0
    disc = logo[380:400, 100:130].reshape(-1, 4).mean(axis=0)
    assert disc[3] > 250
    assert disc[:3] == pytest.approx((254, 251, 234), abs=8)


def test_one_ink_is_one_ink(files):
    logo = opened(files["ink-512.png"])
    assert {tuple(colour) for colour in logo[logo[..., 3] > 0][:, :3]} == {(0x22, 0x25, 0x2B)}
    assert files["ink.svg"].count(b"fill=") == files["ink.svg"].lower().count(b'fill="#22252b"')


def painted(svg: bytes, width: int) -> np.ndarray:
    """How much ink the paths lay on each spot, 0 to 255."""
    resvg_py = pytest.importorskip("resvg_py")
    drawn = resvg_py.svg_to_bytes(svg_string=svg.decode(), width=width)
    return opened(bytes(drawn))[..., 3]


def parts(cover: np.ndarray) -> list[int]:
    """The length or height of each mark, the longest first."""
    stats = cv2.connectedComponentsWithStats((cover > 127).astype(np.uint8))[2][1:]
    return sorted(stats[:, 2:4].max(axis=1).tolist(), reverse=True)


def test_one_ink_keeps_the_four_fruits_and_no_specks(files):
    for cover in (opened(files["ink-512.png"])[..., 3], painted(files["ink.svg"], 512)):
        sizes = parts(cover)
        assert len(sizes) == 6  # the ring, the tree with its trunk, four fruits
        assert all(30 < size < 70 for size in sizes[2:])


def test_one_ink_is_one_drawing_as_picture_and_as_paths(files):
    cover = opened(files["ink-512.png"])[..., 3].astype(float)
    paths = painted(files["ink.svg"], 512).astype(float)
    assert np.abs(cv2.blur(cover - paths, (3, 3))).mean() < 4


def test_one_ink_is_flat(files):
    cover = opened(files["ink-512.png"])[..., 3]
    assert ((cover > 20) & (cover < 235)).mean() < 0.05


def test_the_measure_sees_a_stipple_and_specks(files):
    cover = opened(files["ink-512.png"])[..., 3].copy()
    cover[200:300:9, 200:300:9] = 255
    assert len(parts(cover)) > 6


def test_a_logo_without_outlines_stands_in_one_ink():
    art = np.full((600, 600, 3), 255, np.uint8)
    cv2.circle(art, (300, 300), 260, (40, 110, 200), -1, cv2.LINE_AA)
    cv2.circle(art, (300, 240), 80, (250, 200, 60), -1, cv2.LINE_AA)
    cover = flat(art)
    assert cover[300, 80] == 255
    assert cover[5, 5] == 0
    assert abs(int(cover[240, 300]) - int(cover[240, 140])) == 255


def test_colours_side_by_side_are_parted_by_a_seam():
    art = np.full((400, 600, 3), 255, np.uint8)
    art[100:300, 100:300] = (230, 80, 70)
    art[100:300, 300:500] = (90, 170, 90)
    row = flat(art)[200] > 127
    assert row[120:285].all() and row[315:480].all()
    assert not row[290:310].all()


def test_a_blank_logo_has_no_ink():
    assert not flat(np.full((400, 600, 3), 255, np.uint8)).any()


def test_on_dark_the_outline_stands_out(files):
    logo = opened(files["dark-512.png"]).astype(float)
    cover = logo[..., 3:] / 255
    laid = logo[..., :3] * cover + np.array([0x14, 0x21, 0x3D]) * (1 - cover)
    first = np.argmax(logo[256, :, 3] > 250)
    assert laid[256, first : first + 4].min(axis=1).max() > 200


def test_nothing_is_said_beside_the_picture(files):
    assert not any(leaks(content) for content in files.values())
    assert all(b"VTracer" not in content for content in files.values())
    assert all(content.startswith(b"<svg") for name, content in files.items() if "svg" in name)


def test_paths_are_light_enough_for_the_web(files):
    assert len(files["colour.svg"]) < 150_000
    assert len(files["ink.svg"]) < 80_000


def test_the_same_logo_gives_the_same_bytes(logo, store, tmp_path):
    small = tmp_path / "small.png"
    with Image.open(master_of(logo.digest, store)) as whole:
        whole.resize((300, 300)).save(small)
    assert variants(small, INKS) == variants(small, INKS)
