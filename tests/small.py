"""The small school with real pictures: drawings with all that a phone tells, and a logo."""

from pathlib import Path

from PIL import ExifTags, Image, ImageDraw

from tests.intake.school import lay

TELLTALES = (b"Exif", b"Apple", b"Secret child", b"gard.jpg", b"gang.jpg", b"60.39")


def lay_out(folder: Path, **instead: str) -> Path:
    """Lay out the school with drawings and a logo; return its folder."""
    lay(folder, **instead)
    for name, colour in (("gard", "#5aa05a"), ("gang", "#c05a5a")):
        draw(folder / "assets" / "drawings" / f"{name}.jpg", colour)
    draw(folder / "assets" / "logo.jpg", "#5a7ac0", (700, 700))
    return folder


def draw(path: Path, colour: str, size: tuple[int, int] = (1500, 1000)) -> None:
    """Draw some crayon on paper and save it as a phone would, with place and maker."""
    picture = Image.new("RGB", size, "#f6f4ee")
    pen = ImageDraw.Draw(picture)
    wide, high = size
    pen.ellipse((wide * 0.2, high * 0.2, wide * 0.5, high * 0.7), colour, "#222222", 9)
    pen.rectangle((wide * 0.55, high * 0.3, wide * 0.8, high * 0.8), "#ffd080", "#222222", 9)
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Apple"
    exif[ExifTags.Base.ImageDescription] = "Secret child"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (60.0, 23.0, 24.0)
    picture.save(path, quality=92, exif=exif, comment=b"Secret child")
