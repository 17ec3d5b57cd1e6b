"""The logo's files: sizes, inks, grounds and traced paths."""

import io

import numpy as np
import pytest
from PIL import Image

from pipeline.drawings import clean, logo_variants
from pipeline.drawings.privacy import leaks

from .conftest import ASSETS, PLACE

INKS = {"ink": "#22252b"}


@pytest.fixture(scope="module")
def logo(store, tmp_path_factory):
    file = tmp_path_factory.mktemp("logo") / "logo.jpg"
    with Image.open(ASSETS / "logo.jpg") as whole:
        whole.resize((800, 800)).save(file, quality=92)
    return clean(file, store, PLACE, "logo")


@pytest.fixture(scope="module")
def files(logo, store):
    return logo_variants(logo, store, INKS)


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


def test_the_same_logo_gives_the_same_bytes(files, logo, store):
    again = logo_variants(logo, store, {})
    assert again == {name: files[name] for name in again}
