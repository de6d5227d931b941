"""The parts inside an .xlsx: what kind of workbook it is, where each sheet lies, and how its texts are shared."""

import re
from dataclasses import dataclass
from posixpath import join, normpath
from xml.parsers import expat
from zipfile import ZipFile

from bccc_dash.domain.errors import Refused
from bccc_dash.workbook.guard import DAMAGED, MACROS, NOT_A_WORKBOOK
from bccc_dash.workbook.marks import check_plain

WORKBOOK = "xl/workbook.xml"
SHARED = "xl/sharedStrings.xml"
MOST_TEXT = 1 << 30
_SHARED_CELL = re.compile(rb't="s"[^>]*>\s*<(?:\w+:)?v>\s*(\d+)')

Element = tuple[str, dict[str, str]]


@dataclass(frozen=True)
class Layout:
    """Where the sheets of a workbook lie, by name, and whether it counts its days from 1904."""

    sheets: dict[str, str]
    counts_from_1904: bool


def layout_of(name: str, archive: ZipFile) -> Layout:
    """Where everything lies in a workbook that was let through the guard.

    Raises: Refused where it is no workbook, or one with macros.
    """
    entries = set(archive.namelist())
    if "[Content_Types].xml" not in entries or WORKBOOK not in entries:
        raise Refused(_not_a_workbook(name, entries))
    kinds = archive.read("[Content_Types].xml").lower()
    if b"macroenabled" in kinds or b"vbaproject" in kinds or any(one.endswith("vbaProject.bin") for one in entries):
        raise Refused(MACROS.format(name=name))
    elements = elements_of(name, archive.read(WORKBOOK))
    targets = _targets(name, archive)
    sheets = {
        attributes["name"]: targets.get(_relation(attributes), "")
        for tag, attributes in elements
        if tag == "sheet" and "name" in attributes
    }
    from_1904 = any(tag == "workbookPr" and one.get("date1904") in ("1", "true") for tag, one in elements)
    return Layout({sheet: part for sheet, part in sheets.items() if part in entries}, from_1904)


def _not_a_workbook(name: str, entries: set[str]) -> str:
    if WORKBOOK.replace(".xml", ".bin") in entries:
        return f"{name} is a binary workbook: open it in Excel and save it as .xlsx."
    if "mimetype" in entries and "content.xml" in entries:
        return f"{name} is an OpenDocument workbook: save it as .xlsx."
    return NOT_A_WORKBOOK.format(name=name)


def _targets(name: str, archive: ZipFile) -> dict[str, str]:
    """The part that each relation of the workbook names."""
    try:
        xml = archive.read("xl/_rels/workbook.xml.rels")
    except KeyError:
        raise Refused(DAMAGED.format(name=name)) from None
    relations = [attributes for tag, attributes in elements_of(name, xml) if tag == "Relationship"]
    return {one.get("Id", ""): normpath(join("/xl", one.get("Target", ""))).lstrip("/") for one in relations}


def _relation(attributes: dict[str, str]) -> str:
    return next((value for key, value in attributes.items() if key.endswith(":id")), "")


def elements_of(name: str, xml: bytes) -> list[Element]:
    """The elements of a small part, in order, without their namespaces."""
    check_plain(xml)
    found: list[Element] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: found.append((tag.rpartition(":")[2], attributes))
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise Refused(DAMAGED.format(name=name)) from error
    return found


def check_texts(name: str, archive: ZipFile, sheets: list[bytes]) -> None:
    """Raise Refused where a few long texts, named by very many cells, would fill the memory."""
    if SHARED not in archive.namelist():
        return
    shared = archive.read(SHARED)
    check_plain(shared)
    lengths = [len(piece) for piece in re.split(rb"</(?:\w+:)?si>", shared)]
    longest = max(lengths)
    if longest * sum(xml.count(b'"s"') for xml in sheets) <= MOST_TEXT:
        return
    named = (int(number) for xml in sheets for number in _SHARED_CELL.findall(xml))
    if sum(lengths[number] for number in named if number < len(lengths)) > MOST_TEXT:
        raise Refused(f"{name} says the same long text in very many cells: it is not opened. Clear those cells.")
