"""What calamine does not tell of a sheet: which cells hold formulas or error values, and how far it reaches.

The sheet's XML is searched as bytes; it is parsed only where the search finds something.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from bccc_dash.domain.errors import Refused

MOST_COLUMNS = 256
_ROWS = re.compile(rb'<row r="(\d+)"')
_FAR = re.compile(rb' r="(?:(?:[A-Z]{3}|[J-Z][A-Z]|I[W-Z])[0-9]|[A-Z]+[0-9]{7})')  # the 257th column is IW
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9_\-]+)["']""")
_USUAL_TAGS = (
    b"<sheetData>",
    b"<row ",
    b"</row>",
    b"<c ",
    b"</c>",
    b"<v>",
    b"</v>",
    b"<v/>",
    b"<is>",
    b"</is>",
    b"<t>",
    b"<t ",
    b"</t>",
)
_UNUSUAL = (b't="e"', b"'", b'="&', b' ="', b'\t="', b'\n="', b'\r="')
_USUAL_CELL = re.compile(rb'<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?(?: t="(?:s|str|n|b|d|inlineStr)")?/?>')
TWICE = ("is in the file twice: two cells stand at this place", "Copy the records into a new workbook, and import it.")

Place = tuple[int, int]


@dataclass
class Marks:
    """The formulas and error values of a sheet by place (row and column from 0), and its last row and column.

    `filled` is how many cells hold something; `twice` are the places of which several cells say that they are theirs.
    `is_quick` where the cells were counted only, so that nothing is known of `twice`.
    """

    formulas: dict[Place, str] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    twice: set[Place] = field(default_factory=set)
    filled: int = 0
    is_quick: bool = False
    last_row: int = 0
    last_column: int = 0


def marks_of(xml: bytes, *, most_rows: int) -> Marks:
    """What is marked in a sheet's XML.

    Raises: Refused where the XML is damaged, declares entities or is written in an unusual alphabet.
    """
    check_plain(xml)
    if not _is_ordinary(xml):
        return parsed(xml)
    filled = xml.count(b"<v>") + xml.count(b"<is>")
    quick = Marks(last_row=max(map(int, _ROWS.findall(xml)), default=0), filled=filled, is_quick=True)
    return parsed(xml) if quick.last_row > most_rows or _FAR.search(xml) else quick


def _is_ordinary(xml: bytes) -> bool:
    """Whether the cells are written as Excel writes them, each with its place first, and none is marked.

    Every tag and attribute must be of the known few, in their one usual spelling; XML has many others.
    """
    start, end = xml.find(b"<sheetData>"), xml.rfind(b"</sheetData>")
    if start < 0 or end < 0:
        return xml.count(b"sheetData") == 1 and xml.endswith(b"<sheetData/></worksheet>")

    def many(of: bytes) -> int:
        return xml.count(of, start, end)

    placed = many(b"<c") == many(b'<c r="') and many(b"<row") == many(b'<row r="')
    return (
        xml.count(b"sheetData") == 2
        and placed
        and many(b"<") == sum(map(many, _USUAL_TAGS))
        and (_has_usual_signs(xml, start, end) or many(b"<c ") == sum(1 for _ in _USUAL_CELL.finditer(xml, start, end)))
    )


def _has_usual_signs(xml: bytes, start: int, end: int) -> bool:
    """Whether nothing looks like an attribute in another spelling; a text in a cell may look so too."""
    plain = xml.count(b"=", start, end) == xml.count(b'="', start, end)
    return plain and all(xml.find(mark, start, end) < 0 for mark in _UNUSUAL)


def check_plain(xml: bytes) -> None:
    """Raise Refused where XML holds declarations of its own, or is not in UTF-8."""
    encoding = _ENCODING.match(xml.removeprefix(b"\xef\xbb\xbf"))
    if (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii")) or b"\0" in xml[:4096]:
        raise Refused("The workbook is written in an unusual alphabet: open it in Excel and save it again as .xlsx.")
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise Refused("The workbook holds entity declarations, which no spreadsheet writes: it is not opened.")


def column_number(letters: bytes | str) -> int:
    """The number of a column by its letters, A being 1."""
    number = 0
    for letter in letters.encode() if isinstance(letters, str) else letters:
        number = number * 26 + letter - 64
    return number


class _Reader:
    """Follows the cells of a sheet. A cell that does not say where it is stands after the one before it."""

    def __init__(self) -> None:
        self.marks = Marks()
        self.row = self.column = 0
        self.in_error = self.is_filled = False
        self.text: list[str] | None = None
        self.formula: str | None = None
        self.value = ""
        self.places: set[Place] = set()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
        elif name == "c":
            self._begin_cell(attributes)
        elif name in ("f", "v"):
            self.text = []
        self.is_filled = self.is_filled or name in ("f", "v", "is")

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        if place := re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", attributes.get("r", "").upper()):
            self.column, self.row = column_number(place[1]), int(place[2])
        else:
            self.column += 1
        self.in_error = attributes.get("t") == "e"
        self.is_filled, self.formula, self.value = False, None, ""

    def end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name == "f":
            self.formula = "".join(self.text or [])
        elif name == "v":
            self.value = "".join(self.text or [])
        elif name == "c":
            self._end_cell()
        self.text = None if name in ("f", "v") else self.text

    def _end_cell(self) -> None:
        place = (self.row - 1, self.column - 1)
        if self.formula is not None:
            self.marks.formulas[place] = f"={self.formula}"
        elif self.in_error:
            self.marks.errors[place] = self.value
        if self.is_filled:
            self._count(place)
            self.marks.last_row = max(self.marks.last_row, self.row)
            self.marks.last_column = max(self.marks.last_column, self.column)

    def _count(self, place: Place) -> None:
        self.marks.filled += 1
        if place in self.places:
            self.marks.twice.add(place)
        self.places.add(place)

    def characters(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)


def parsed(xml: bytes) -> Marks:
    """What is marked in a sheet's XML, however it is written.

    Raises: Refused where it is damaged.
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError) as error:
        raise Refused("The workbook is damaged and cannot be read: open it in Excel and save it again.") from error
    return reader.marks
