"""A page that nobody can reach, or a menu entry that leads nowhere, fails here."""

import re

from tests.architecture.sources import PACKAGE, PAGES

REGISTERED = re.compile(r"pages/(\w+)\.py|\b(\w+)\.py\"")


def registered() -> set[str]:
    words = (PACKAGE / "main.py").read_text(encoding="utf-8")
    return {name for found in REGISTERED.findall(words) for name in found if name}


def test_every_page_is_registered_with_the_router():
    assert {page.stem for page in PAGES} - registered() == set()


def test_the_router_registers_no_page_that_is_not_there():
    assert registered() - {page.stem for page in PAGES} == set()


def test_there_is_a_page():
    assert PAGES
