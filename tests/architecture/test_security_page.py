"""The page on security: every item has its answer, and every test that it names is there."""

import ast
import re
from collections import Counter

from tests.architecture.sources import ROOT

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
ITEM = re.compile(r"^\| (\d+\.\d+\.\d+) \| (.+?) \| (met|not met) \| (.+) \|$", re.MULTILINE)
LEFT_OUT = re.compile(r"Do(?:es)? not apply: ((?:.+\n)+)")
SPAN = re.compile(r"(\d+\.\d+)\.(\d+)(?: to \1\.(\d+))?")
# How many items of levels 1 and 2 each section of ASVS 5.0.0 has: they come before those of level 3.
ITEMS = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1,
    "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4,
    "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3, "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4,
    "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1,
    "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1, "12.1": 3, "12.2": 2, "12.3": 4,
    "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3, "15.1": 3, "15.2": 3, "15.3": 7,
    "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3,
}  # fmt: skip
A_ROW = re.compile(r"^\| *\d+\.\d+\.\d+", re.MULTILINE)


def names_in(file: str) -> set[str]:
    path = ROOT / file
    tree = ast.parse(path.read_text("utf-8")) if path.is_file() else ast.Module([], [])
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_test_that_the_page_names_is_there():
    named = NAMED.findall(PAGE)

    assert len(named) > 100
    assert [f"{file}::{test}" for file, test in named if test not in names_in(file)] == []


def test_whatever_looks_like_a_test_is_named_whole():
    assert PAGE.count("::test_") == len(NAMED.findall(PAGE))


def test_every_item_is_met_by_a_test_or_has_a_reason():
    items = ITEM.findall(PAGE)

    assert len(items) == len(A_ROW.findall(PAGE)) > 100
    assert [number for number, _, state, why in items if state == "met" and not NAMED.search(why)] == []
    assert [number for number, _, state, why in items if state == "not met" and len(why) < 25] == []


def test_no_item_is_told_twice_and_all_stand_in_order():
    numbers = [tuple(map(int, number.split("."))) for number, *_ in ITEM.findall(PAGE)]

    assert [number for number, times in Counter(numbers).items() if times > 1] == []
    assert numbers == sorted(numbers)


def test_every_item_of_both_levels_is_told_or_left_out_with_a_reason():
    left = " ".join(LEFT_OUT.findall(PAGE))
    apart = [
        f"{section}.{number}"
        for section, first, last in SPAN.findall(left)
        for number in range(int(first), int(last or first) + 1)
    ]
    told = [number for number, *_ in ITEM.findall(PAGE)]

    assert sorted([*told, *apart]) == sorted(
        f"{section}.{n + 1}" for section, many in ITEMS.items() for n in range(many)
    )


def test_the_page_says_how_many_items_are_met():
    states = Counter(state for _, _, state, _ in ITEM.findall(PAGE))

    assert f"{states['met']} are met, {states['not met']} are not" in " ".join(PAGE.split())
