"""The house's own rules, read off the source: floors, owners, sizes, words and the map."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

ROOMS = {
    "problems": (),
    "cache": (),
    "language": ("cache", "problems"),
    "model": ("problems",),
    "readers": ("problems",),
    "drawings": ("problems", "model", "cache"),
    "paper": ("problems", "model", "cache", "language"),
    "wording": ("problems", "model", "cache", "language"),
    "year": ("problems", "model", "language"),
    "weekplan": ("problems", "readers"),
    "starter": ("problems", "model", "language", "drawings", "intake"),
    "translating": ("problems", "model", "cache", "language", "readers", "intake", "paper"),
    "intake": ("problems", "model", "cache", "language", "readers", "wording", "paper", "year"),
    "talks": ("problems", "model", "language", "paper", "year"),
    "products": ("problems", "model", "language", "paper", "wording", "year", "talks"),
    "formats": ("problems", "model", "cache", "language", "paper"),
    "contents": ("problems", "model", "language", "paper"),
    "contest": ("problems", "model", "language", "paper"),
    "build": (
        *("problems", "model", "cache", "language", "paper", "drawings", "intake", "wording"),
        *("products", "formats", "weekplan", "year", "contents", "contest"),
    ),
    "spoken": ("problems", "language"),
    "cli": (
        *("problems", "language", "cache", "intake", "starter", "translating", "build", "spoken"),
    ),
}
OWNERS = {
    "bidi": ("paper/setting",),
    "click": ("cli", "problems", "spoken"),
    "cv2": ("drawings",),
    "docx": ("readers/word",),
    "filelock": ("build",),
    "holidays": ("year",),
    "markdown_it": ("readers/letter_file",),
    "numpy": ("drawings",),
    "openpyxl": ("readers/excel", "translating/sheet"),
    "PIL": ("drawings", "formats/png", "formats/pdf"),
    "pi_heif": ("drawings",),
    "pikepdf": ("formats/pdf",),
    "platformdirs": ("cache",),
    "pydantic": ("intake",),
    "pypdfium2": ("formats/png",),
    "pyphen": ("paper/fit",),
    "rich": ("cli",),
    "ruamel": ("cache", "readers/yaml_file"),
    "segno": ("paper/code",),
    "uharfbuzz": ("paper/fonts", "paper/webface", "formats/pdf", "formats/docx"),
    "vtracer": ("drawings",),
}
MODULE, FUNCTION, ARGUMENTS = 400, 40, 7


def modules(root: Path) -> Iterator[tuple[str, ast.Module, str]]:
    """Yield each module's name within pipeline/ (such as readers/word), its tree and its text."""
    for path in sorted((root / "pipeline").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        yield path.relative_to(root / "pipeline").with_suffix("").as_posix(), parsed(text), text


@functools.cache
def parsed(text: str) -> ast.Module:
    """Return the tree of a module; parsed once for all rules."""
    return ast.parse(text)


def imported(tree: ast.Module, own: str) -> Iterator[str]:
    """Yield every imported module with its dots, whichever line of the file imports it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            module = node.module or ""
            yield from (f"{module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield f"relative import in {own}"


def broken_floors(root: Path) -> list[str]:
    """Return each import that the map of the floors does not allow."""
    found = []
    for name, tree, _ in modules(root):
        room = name.split("/")[0]
        if room == "__init__" or room == "__main__":
            continue
        for one in imported(tree, name):
            parts = one.split(".")
            if parts[0] == "relative import":
                found.append(one)
            if parts[0] != "pipeline" or len(parts) < 2:
                continue
            other = parts[1]
            if other in ROOMS and other != room and other not in ROOMS.get(room, ()):
                found.append(f"{name} imports {one}")
            if room == "products" == other and len(parts) > 2 and name != "products/__init__":
                shop, own = root / "pipeline" / "products", name.split("/")[1]
                sibling = (shop / f"{parts[2]}.py").exists() or (shop / parts[2]).is_dir()
                if sibling and parts[2] != own:
                    found.append(f"{name} imports the product {one}")
    return found


def foreign_owners(root: Path) -> list[str]:
    """Return each import of a library by a room that does not own it."""
    import sys

    found = []
    for name, tree, _ in modules(root):
        for one in imported(tree, name):
            top = one.split(".")[0]
            if top in sys.stdlib_module_names or top in ("pipeline", "__future__"):
                continue
            owners = OWNERS.get(top, ())
            if not any(name == owner or name.startswith(f"{owner}/") for owner in owners):
                found.append(f"{name} imports {one}")
    return found


def too_large(root: Path) -> list[str]:
    """Return each module, function and list of arguments that has outgrown its room."""
    found = []
    for name, tree, text in modules(root):
        if (lines := text.count("\n")) > MODULE:
            found.append(f"{name}: {lines} lines")
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                arguments = node.args.args + node.args.posonlyargs + node.args.kwonlyargs
                if lines > FUNCTION:
                    found.append(f"{name}.{node.name}: {lines} lines")
                if len([one for one in arguments if one.arg not in ("self", "cls")]) > ARGUMENTS:
                    found.append(f"{name}.{node.name}: {len(arguments)} arguments")
    return found


def circles(root: Path) -> list[str]:
    """Return each pair of modules that import one another, straight or through others."""
    names = {name: tree for name, tree, _ in modules(root)}

    def home(one: str) -> str | None:
        parts = one.split(".")[1:]
        for end in (len(parts), len(parts) - 1):
            stem = "/".join(parts[:end])
            for known in (stem, f"{stem}/__init__"):
                if known in names:
                    return known
        return None

    edges = {
        name: {home(one) for one in _at_import(tree) if one.startswith("pipeline.")} - {None, name}
        for name, tree in names.items()
    }
    return sorted(name for name in edges if _reaches(name, name, edges))


def _at_import(tree: ast.Module) -> Iterator[str]:
    """Yield what the module imports as it is itself imported: not what its functions import."""
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from imported(ast.Module([node], []), "")


def _reaches(start: str, goal: str, edges: dict[str, set[str | None]]) -> bool:
    seen: set[str | None] = set()
    waiting = list(edges[start])
    while waiting:
        at = waiting.pop()
        if at == goal:
            return True
        if at not in seen:
            seen.add(at)
            waiting += edges.get(str(at), set())
    return False


def without_a_word(root: Path) -> list[str]:
    """Return each module whose first lines do not say what it is for in one sentence."""
    found = []
    for name, tree, _ in modules(root):
        first = (ast.get_docstring(tree) or "").split("\n")[0]
        if not first.endswith("."):
            found.append(name)
    return found


def off_the_map(root: Path) -> list[str]:
    """Return each module that pipeline/README.md does not name."""
    told = (root / "pipeline" / "README.md").read_text(encoding="utf-8")
    named = [name for name, _, _ in modules(root) if not name.endswith("__init__")]
    return [name for name in named if f"`{name}.py`" not in told]


def phrases(root: Path) -> dict[str, str]:
    """Return every English sentence that the code says to people, with the module that says it."""
    found = {}
    for name, tree, _ in modules(root):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                called = node.func
                verb = (
                    called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                )
                first = node.args[0]
                if verb in ("phrase", "say") and isinstance(first, ast.Constant):
                    found[str(first.value)] = name
    return found


def untranslated(root: Path, languages: dict[str, set[str]]) -> list[str]:
    """Return each sentence that a language has no words for."""
    return [
        f"{code}: {text!r} ({name})"
        for text, name in phrases(root).items()
        for code, known in languages.items()
        if text not in known
    ]
