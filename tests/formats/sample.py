"""Small papers, pictures and a reader of tags for the tests of the formats."""

from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image

from pipeline.model import Art
from pipeline.paper.fonts import MM_PER_POINT, face
from pipeline.paper.sheet import Box, Group, Letters, Picture, Shape, Sheet, Sheets, Text

WIDTH, HEIGHT = 148.0, 210.0
INK = "#14213d"
PHOTO, CLEAR = Art("photo", 60, 40), Art("clear", 40, 40)


def square(box, fill, **more):
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    verbs = ("M", "L", "L", "L")
    path = (*zip(verbs, corners, strict=True), ("Z", ()))
    return Shape(path, fill=fill, **more)


def words(lines, box, size=14.0, weight=400, family="Nunito", tracking=0.0, **more):
    letters = Letters(family, weight, size, INK, tracking)
    baseline = box.y + face(family, weight).cap_height * size * MM_PER_POINT
    return Text(box, tuple(lines.split("\n")), letters, size * 1.25, baseline, **more)


def said(kind, lines, box, level=0, language=None, **more):
    return Group(kind, (words(lines, box, **more),), level=level, language=language)


def sheet(*items):
    return Sheets("Skolegården", "nb", (Sheet(WIDTH, HEIGHT, items),))


def titled(*items):
    return sheet(said("title", "Skolegården", Box(10, 10, 128, 12), size=28, weight=800), *items)


def poster():
    """Return a paper with one of each meaning."""
    ground = Group("decoration", (square(Box(0, 0, WIDTH, HEIGHT), "#fff7e6"),))
    items = [
        said("heading", "Respekt", Box(15, 82, 80, 8), level=2, size=20, weight=700),
        Group(
            "list",
            (
                said("item", "Jeg venter på tur", Box(15, 95, 80, 8)),
                said("item", "Jeg hilser på alle,\nogså på dem jeg ikke ser", Box(15, 105, 80, 16)),
            ),
        ),
    ]
    card = Group("decoration", (square(Box(10, 78, 90, 50), "#ffffff", opacity=0.9),))
    picture = Picture(Box(15, 28, 60, 40), PHOTO, radius=4)
    clear = Picture(Box(100, 30, 30, 30), CLEAR, clear=True)
    rows = (
        ("column-header", "Uke", "column-header", "Mål"),
        ("row-header", "6", "cell", "Vente på tur"),
        ("row-header", "7", "cell", " "),
    )
    return titled(
        ground,
        Group("figure", (picture,), alt="Barn som leker i skolegården"),
        Group("decoration", (clear,), turn=10, about=(115, 45)),
        Group("part", (card, *items), turn=-2, about=(55, 103)),
        said("paragraph", "Be kind to all", Box(15, 140, 80, 8), language="en"),
        Group("table", tuple(_row(row, 150 + 8 * at) for at, row in enumerate(rows))),
        said("paragraph", "laget av elevrådet · 8. februar 2027", Box(15, 185, 118, 8), size=10),
    )


def _row(row, y):
    first = said(row[0], row[1], Box(15, y, 20, 6), size=10)
    return Group("row", (first, said(row[2], row[3], Box(40, y, 60, 6), size=10)))


def draw(folder: Path) -> dict[str, Path]:
    """Write the pictures that the poster asks for."""
    files = {"photo": folder / "photo.jpg", "clear": folder / "clear.png"}
    Image.new("RGB", (60, 40), (200, 40, 40)).save(files["photo"], quality=90)
    disc = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    disc.paste((20, 120, 60, 255), (10, 10, 30, 30))
    disc.save(files["clear"])
    return files


class Album:
    """Gives each picture its file."""

    def __init__(self, folder):
        self.files = draw(folder)

    def __call__(self, picture, turn=0.0):
        return self.files[picture.art.digest]


def tree(content: bytes) -> str:
    """Return what a screen reader finds: tags, their properties and the words in them."""
    with pikepdf.open(BytesIO(content)) as pdf:
        spoken = [_marked(page) for page in pdf.pages]
        numbers = {page.objgen: at for at, page in enumerate(pdf.pages)}
        return "\n".join(_told(pdf.Root.StructTreeRoot.K, spoken, numbers, 0)) + "\n"


def _told(node, spoken, pages, depth):
    at = pages.get(node.Pg.objgen) if "/Pg" in node else None
    told = ("/Lang", "/Alt", "/ActualText")
    properties = [f"{key[1:]}={node[key]}" for key in told if key in node]
    if "/A" in node and "/Scope" in node.A:
        properties.append(f"Scope={node.A.Scope}")
    kids = list(node.K)
    text = "".join(_said(kid, at, spoken, pages) for kid in kids)
    quoted = [f'"{text}"'] if text else []
    yield "  " * depth + " ".join([str(node.S)[1:], *properties, *quoted])
    for kid in kids:
        if not isinstance(kid, int) and "/S" in kid:
            yield from _told(kid, spoken, pages, depth + 1)


def _said(kid, at, spoken, pages):
    """Return the words under a mark, on this page or another."""
    if isinstance(kid, int):
        return spoken[at][kid]
    return spoken[pages[kid.Pg.objgen]][int(kid.MCID)] if "/MCID" in kid else ""


def _marked(page):
    """Return the words under each mark on the page, as the fonts' own tables give them."""
    tables = {name: _table(font) for name, font in page.Resources.Font.items()}
    texts, open_marks, font = {}, [], None
    for instruction in pikepdf.parse_content_stream(page):
        verb, operands = str(instruction.operator), instruction.operands
        if verb in ("BDC", "BMC"):
            said = operands[1] if verb == "BDC" else {}
            mark, instead = said.get("/MCID"), said.get("/ActualText")
            if instead is not None and open_marks and open_marks[-1] is not None:
                texts[int(open_marks[-1])] += str(instead)
            open_marks.append(mark)
            if mark is not None:
                texts[int(mark)] = ""
        elif verb == "EMC":
            open_marks.pop()
        elif verb == "Tf":
            font = tables[str(operands[0])]
        elif verb == "TJ" and open_marks and open_marks[-1] is not None:
            codes = b"".join(bytes(one) for one in operands[0] if isinstance(one, pikepdf.String))
            letters = [font[codes[at : at + 2]] for at in range(0, len(codes), 2)]
            texts[int(open_marks[-1])] += "".join(letters)
    return texts


def _table(font):
    lines = font.ToUnicode.read_bytes().decode().splitlines()
    pairs = [line.split() for line in lines if line.startswith("<") and line.count("<") == 2]
    return {
        bytes.fromhex(code[1:-1]): bytes.fromhex(text[1:-1]).decode("utf-16-be")
        for code, text in pairs
        if code != "<0000>"
    }


def placed(content: bytes) -> list[list[tuple[int, float, float]]]:
    """Return for each line of page one its glyphs and, in em, where each is drawn."""
    with pikepdf.open(BytesIO(content)) as pdf:
        page = pdf.pages[0]
        widths = {name: _widths(font) for name, font in page.Resources.Font.items()}
        lines, font, size, x, y = [], {}, 1.0, 0.0, 0.0
        for instruction in pikepdf.parse_content_stream(page):
            verb, operands = str(instruction.operator), list(instruction.operands)
            if verb == "BT":
                lines.append([])
                x = y = 0.0
            elif verb == "Tf":
                font, size = widths[str(operands[0])], float(operands[1])
            elif verb == "Ts":
                y = float(operands[0]) / size
            for part in operands[0] if verb == "TJ" else ():
                if not isinstance(part, pikepdf.String):
                    x -= float(part) / 1000
                    continue
                for at in range(0, len(bytes(part)), 2):
                    glyph = int.from_bytes(bytes(part)[at : at + 2], "big")
                    lines[-1].append((glyph, x, y))
                    x += font[glyph] / 1000
    return lines


def _widths(font):
    parts = iter(font.DescendantFonts[0].W)
    return {
        int(first) + at: float(width)
        for first, widths in zip(parts, parts, strict=True)
        for at, width in enumerate(widths)
    }
