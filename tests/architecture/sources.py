"""The project's own source files, for the tests that read them."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "bccc_dash"
PAGES = sorted((ROOT / "pages").glob("*.py"))
MIGRATIONS = PACKAGE / "store" / "migrations" / "versions"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def product_files() -> list[Path]:
    """Return the product's Python files; migrations, which are generated, left out."""
    own = [path for path in PACKAGE.rglob("*.py") if MIGRATIONS not in path.parents]
    return sorted([*own, *PAGES, ROOT / "app.py", ROOT / "docs" / "build.py"])


def test_files() -> list[Path]:
    """Return the Python files of the tests."""
    return sorted((ROOT / "tests").rglob("*.py"))


def name_of(path: Path) -> str:
    """Return the path as it is read from the project's folder."""
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[Function]:
    """Yield every function of a file, those inside others too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def docstrings(path: Path) -> Iterator[str]:
    """Yield the docstrings of a file, its classes and its functions."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = (ast.get_docstring(node) for node in ast.walk(tree) if isinstance(node, holders))
    return (text for text in found if text)


def imports(path: Path) -> set[str]:
    """Return the modules that a file imports, "a.b" for `from a import b` too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def tracked_files() -> list[Path]:
    """Return every file that is, or is about to be, under version control."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, check=True, capture_output=True).stdout.decode()  # fixed words
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]
