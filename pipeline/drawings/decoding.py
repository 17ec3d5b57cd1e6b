"""Decodes a picture from anyone, and refuses in words what is no sound picture."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from pipeline.drawings.opening import WHOLE_AGAIN, read
from pipeline.problems import Faults, Phrase, Place, fault, phrase

MAX_PIXELS = 120_000_000
MIN_SIDE = 300
LONG_SIDE = 4000
"""Long side in pixels beyond which a picture is made smaller: 400 dpi on A4."""
FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "HEIF", "GIF", "BMP")
TURNS = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}
ORIENTATION = 274
SCAN_AGAIN = phrase("Scan or photograph the drawing again, and save it as JPEG or PNG.")


def open_picture(path: Path, place: Place) -> NDArray[np.uint8]:
    """Return the picture upright, height x width x RGB; Faults in words when it is not sound.

    The content decides, not the suffix; of several pages the first is taken.
    """
    return decode(read(path, place), path.name, place)


def decode(content: bytes, name: str, place: Place) -> NDArray[np.uint8]:
    """Return the picture in the bytes upright, height x width x RGB; `name` is for the words."""
    import pi_heif

    pi_heif.register_heif_opener()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        picture = _open(content, name, place)
        _measure(picture.size, name, place)
        try:
            return _pixels(picture)
        except Faults:
            raise
        except Exception as error:  # decoders meet broken files with errors of every class
            raise fault(
                place, phrase("'{file}' is damaged or cut short.", file=name), WHOLE_AGAIN
            ) from error


def _open(content: bytes, name: str, place: Place) -> Image.Image:
    """Return the picture with its head read and its pixels not."""
    try:
        return Image.open(io.BytesIO(content), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise _too_many(name, place) from error
    except Exception as error:  # decoders meet broken files with errors of every class
        raise fault(place, *_no_picture(content, name)) from error


def _no_picture(content: bytes, name: str) -> tuple[Phrase, Phrase]:
    """Return what is wrong with a file that no decoder knows, and the mend."""
    head = content[:512].lstrip().lower()
    if head.startswith(b"%pdf"):
        return (
            phrase("'{file}' is a PDF, not a picture.", file=name),
            phrase("Save the page as a PNG picture, and give that file."),
        )
    if head.startswith(b"<"):
        return phrase("'{file}' is a web page, not a picture.", file=name), SCAN_AGAIN
    if head.startswith(b"pk"):
        return (
            phrase("'{file}' is a ZIP or Office file, not a picture.", file=name),
            phrase("Take the picture out of it, and give that file."),
        )
    return phrase("'{file}' is not a picture that can be read.", file=name), SCAN_AGAIN


def _too_many(name: str, place: Place) -> Faults:
    """Return the refusal of a picture that would fill the memory."""
    return fault(
        place,
        phrase(
            "'{file}' has more than {most} million pixels.",
            file=name,
            most=MAX_PIXELS // 1_000_000,
        ),
        phrase("Scan it at 300 dpi and save it as JPEG."),
    )


def _measure(size: tuple[int, int], name: str, place: Place) -> None:
    """Refuse what is too large or too small, from the head alone."""
    width, height = size
    if width * height > MAX_PIXELS:
        raise _too_many(name, place)
    if min(size) < MIN_SIDE:
        raise fault(
            place,
            phrase(
                "'{file}' is only {width} × {height} pixels.",
                file=name,
                width=width,
                height=height,
            ),
            phrase("Scan the drawing at 300 dpi, or photograph it from nearer."),
        )


def _pixels(picture: Image.Image) -> NDArray[np.uint8]:
    """Return the upright RGB pixels of the first page, at most LONG_SIDE long."""
    turn = _orientation(picture)
    if picture.format == "JPEG" and max(picture.size) >= 2 * LONG_SIDE:
        picture.draft("RGB", (LONG_SIDE, LONG_SIDE))
    picture.load()
    if max(picture.size) > LONG_SIDE and picture.mode in ("RGB", "L", "CMYK", "RGBA", "LA"):
        scale = LONG_SIDE / max(picture.size)
        size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
        profile = picture.info.get("icc_profile")
        picture = picture.resize(size, Image.Resampling.BOX, reducing_gap=2.0)
        picture.info["icc_profile"] = profile
    picture = _rgb(picture)
    for one in TURNS.get(turn, ()):
        picture = picture.transpose(one)
    return np.array(picture, np.uint8)


def _orientation(picture: Image.Image) -> int:
    """Return the EXIF orientation; 1 where there is none or it cannot be read."""
    try:
        return int(picture.getexif().get(ORIENTATION, 1))
    except Exception:  # a broken EXIF block says nothing about the pixels
        return 1


def _rgb(picture: Image.Image) -> Image.Image:
    """Return the picture in plain sRGB, transparent parts laid on white."""
    if picture.mode in ("I;16", "I;16B", "I;16L", "I", "F"):
        return _eight_bits(picture).convert("RGB")
    if picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        white = Image.new("RGB", clear.size, "white")
        white.paste(clear, mask=clear.getchannel("A"))
        return white
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK") and b"sRGB" not in profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(picture, own, srgb, outputMode="RGB")
            picture = picture if turned is None else turned
        except (OSError, ImageCms.PyCMSError):  # a broken profile: the bare numbers will do
            pass
    return picture.convert("RGB")


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Return a deep grey picture in 256 steps."""
    deep = np.asarray(picture).astype(np.float32)
    top = 65535.0 if picture.mode != "F" or deep.max() > 255 else 255.0 if deep.max() > 1 else 1.0
    return Image.fromarray(np.clip(deep * (255.0 / top), 0, 255).astype(np.uint8))
