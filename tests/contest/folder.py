"""A folder of drawings as pupils' photos come in: named after children, told of by the phone."""

from pathlib import Path

from tests.small import draw

NAMES = ("Ola Nordmann 5A.jpg", "Kari.jpg", "IMG_0007.JPG", "zz.jpeg")
COLOURS = ("#5aa05a", "#c05a5a", "#5a7ac0", "#a05aa0")
SIZE = (640, 480)


def entries(folder: Path, count: int = 4) -> Path:
    """Lay out a folder with so many drawings, all different; return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for at in range(count):
        name = NAMES[at] if at < len(NAMES) else f"tegning {at}.jpg"
        draw(folder / name, COLOURS[at % len(COLOURS)], (SIZE[0] + at, SIZE[1]))
    return folder
