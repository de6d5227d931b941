"""Files, functions and pages stay small enough to be read whole."""

import ast
import re
from pathlib import Path
from statistics import median

from tests.architecture.sources import PACKAGE, PAGES, ROOT, docstrings, functions, imports, name_of
from tests.architecture.sources import product_files as product
from tests.architecture.sources import test_files as of_tests

FILE_LINES = 250
DOMAIN_LINES = 150
PAGE_LINES = 60
APP_LINES = 40
CONFTEST_LINES = 120
FUNCTION_LINES = 40
MEDIAN_FUNCTION_LINES = 7
MEDIAN_TEST_LINES = 10

PAGES_MAY_IMPORT = ("streamlit", "bccc_dash.ui", "bccc_dash.charts", "bccc_dash.commands", "bccc_dash.domain")
APP_MAY_IMPORT = ("starlette", "streamlit", "bccc_dash.web", "bccc_dash.ui", "bccc_dash.settings")
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "service", "services"}
SILENCER = re.compile(r"#\s*(?:noqa|type:\s*ignore|nosec|pragma)\b")
SILENCER_WITH_REASON = re.compile(
    r"#\s*(?:noqa: [A-Z0-9, ]+|type: ignore\[[a-z0-9, -]+\]|pragma: no cover)\s+[#-]?\s*\w.{5}"
)


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def everything() -> list[Path]:
    return [*product(), *of_tests()]


def limit_of(path: Path) -> int:
    if path.name == "app.py":
        return APP_LINES
    if path in PAGES:
        return PAGE_LINES
    return DOMAIN_LINES if PACKAGE / "domain" in path.parents else FILE_LINES


def test_every_file_of_the_product_keeps_to_its_length():
    assert [f"{name_of(p)}: {lines(p)} of {limit_of(p)}" for p in product() if lines(p) > limit_of(p)] == []


def test_every_file_of_tests_keeps_to_its_length():
    limits = {path: CONFTEST_LINES if path.name == "conftest.py" else FILE_LINES for path in of_tests()}

    assert [f"{name_of(path)}: {lines(path)}" for path, limit in limits.items() if lines(path) > limit] == []


def test_no_function_is_longer_than_a_screen():
    found = [(path, f) for path in everything() for f in functions(path) if length(f) > FUNCTION_LINES]

    assert [f"{name_of(path)}: {f.name}, {length(f)} lines" for path, f in found] == []


def test_most_functions_are_a_few_lines_long():
    assert median(length(f) for path in product() for f in functions(path)) <= MEDIAN_FUNCTION_LINES


def test_most_tests_are_a_few_lines_long():
    tests = [f for path in of_tests() for f in functions(path) if f.name.startswith("test_")]

    assert median(length(f) for f in tests) <= MEDIAN_TEST_LINES


def test_pages_reach_only_for_the_upper_layers():
    reached = [(page, name) for page in PAGES for name in sorted(imports(page))]

    assert [(name_of(page), name) for page, name in reached if not name.startswith(PAGES_MAY_IMPORT)] == []


def test_the_app_reaches_only_for_the_web_and_the_screen():
    foreign = {name for name in imports(ROOT / "app.py") if not name.startswith(APP_MAY_IMPORT)}

    assert {name for name in foreign if name.startswith("bccc_dash") or "sql" in name or "pandas" in name} == set()


def test_every_module_is_named_for_what_it_holds():
    assert [name_of(path) for path in everything() if path.stem in SAYS_NOTHING] == []


def test_every_module_says_what_it_holds():
    modules = [path for path in product() if path.name != "__init__.py"]

    assert [name_of(p) for p in modules if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))] == []


def test_no_check_is_silenced_without_a_reason():
    read = [(path, line.strip()) for path in everything() for line in path.read_text(encoding="utf-8").splitlines()]
    silenced = [(path, line) for path, line in read if SILENCER.search(line) and "re.compile" not in line]

    assert [(name_of(path), line) for path, line in silenced if not SILENCER_WITH_REASON.search(line)] == []


def test_every_fault_is_either_mended_or_seen():
    swallowed = re.compile(r"except(?: Exception| BaseException)?(?: as \w+)?:\s*\n\s*(?:pass|\.\.\.)\s*\n")

    assert [name_of(path) for path in product() if swallowed.search(path.read_text(encoding="utf-8"))] == []


def test_no_work_is_left_for_later_in_a_comment():
    later = re.compile(r"#.*\b(?:TO" + "DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")

    assert [name_of(path) for path in everything() if later.search(path.read_text(encoding="utf-8"))] == []


def test_docstrings_use_only_the_agreed_labels():
    numpy = re.compile(r"^\s*(?:Parameters|Returns|Args|Yields|Attributes):?\s*$", re.MULTILINE)

    assert [name_of(path) for path in product() if any(numpy.search(text) for text in docstrings(path))] == []
