"""Reading a folder, or a zip, of CSV files: one file a sheet."""

import codecs
import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from bccc_dash.domain.errors import CouldNotRun, Refused
from bccc_dash.workbook.cells import SPACES
from bccc_dash.workbook.columns import Sheet
from bccc_dash.workbook.faults import Fault, Spoilt
from bccc_dash.workbook.guard import MOST_BYTES, MOST_PARTS, TOO_BIG, file_bytes
from bccc_dash.workbook.sheets import column_named, sheet_named
from bccc_dash.workbook.tables import Book, Table, check_tables, is_blank

SEPARATORS = ",;\t"
FORMULA = ("is a formula", "Put its value in its place.")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_folder(folder: Path, *, rows_a_sheet: int) -> Book:
    """The CSV files of a folder; what else lies in it is noted.

    Raises: Refused where it is too large; CouldNotRun where the disk will not give it.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        raise CouldNotRun(f"{folder} cannot be read ({error.strerror}): see that you may open it.") from error
    if len(paths) > MOST_PARTS:
        raise Refused(f"{folder.name} holds more than 1,000 files: give a folder that holds the CSV files alone.")
    files = [path for path in paths if not path.is_dir()]
    if sum(path.stat().st_size for path in files if path.is_file()) > MOST_BYTES:
        raise Refused(TOO_BIG.format(name=folder.name))
    book = Book([], [f"The folder “{path.name}” was not looked into." for path in paths if path.is_dir()])
    for path in files:
        if _is_known(path.name, book):
            _add(book, path.name, file_bytes(path), rows_a_sheet)
    return check_tables(book)


def read_zip(name: str, archive: ZipFile, *, rows_a_sheet: int) -> Book:
    """The CSV files of a zip that was let through the guard; they may lie in one folder.

    Raises: Refused where they lie in several, or it holds another zip.
    """
    entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_litter(entry.filename)]
    if any(entry.filename.lower().endswith((".zip", ".xlsx")) for entry in entries):
        raise Refused(f"{name} holds another zip or workbook: take the CSV files out, and zip them alone.")
    folders = {PurePosixPath(entry.filename.replace("\\", "/")).parent for entry in entries}
    if len(folders) > 1 or any(len(folder.parts) > 1 for folder in folders):
        raise Refused(f"{name} holds files in several folders: put the CSV files side by side, and zip them again.")
    book = Book([])
    for entry in entries:
        short = PurePosixPath(entry.filename.replace("\\", "/")).name
        if _is_known(short, book):
            _add(book, short, archive.read(entry), rows_a_sheet)
    return check_tables(book)


def _is_litter(path: str) -> bool:
    """What Macintosh computers add to a zip, and hidden files."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    return parts[0] == "__MACOSX" or parts[-1].startswith(".")


def _is_known(name: str, book: Book) -> bool:
    path = PurePosixPath(name)
    known = path.suffix.lower() == ".csv" and sheet_named(path.stem) is not None
    if not known:
        book.notes.append(f"The file “{name}” is not one that is known here: it was not read.")
    return known


def _add(book: Book, name: str, data: bytes, rows_a_sheet: int) -> None:
    stem = PurePosixPath(name).stem
    sheet = sheet_named(stem)
    if sheet is not None:
        book.tables.append(read_csv(sheet, stem, data, rows_a_sheet=rows_a_sheet))


def read_csv(sheet: Sheet, name: str, data: bytes, *, rows_a_sheet: int) -> Table:
    """One CSV file: records counted as the spreadsheet counts rows."""
    text = decoded(name, data)
    table = Table(name, [], [])
    rows: list[list[object]] = []
    read = 0
    try:
        for cells in csv.reader(StringIO(text, newline=""), delimiter=_separator(sheet, text), strict=True):
            read += 1
            if is_blank(cells):
                continue  # it counts once there is a record below it
            if read > rows_a_sheet + 1:
                raise Refused(f"{name}.csv has more than {rows_a_sheet:,} rows: import it in parts.")
            rows.extend([] for _ in range(read - 1 - len(rows)))
            rows.append(_with_formulas(cells))
    except csv.Error as error:
        table.faults.append(_broken(name, read + 1, error))
    table.heading, table.rows = (rows[0], rows[1:]) if rows else ([], [])
    return table


def _broken(name: str, row: int, error: csv.Error) -> Fault:
    if "field larger" in str(error):
        return Fault(
            name, row, "", "", "has a cell of more than 131,072 letters", "Shorten it, or close its quotation."
        )
    problem = "is not a row of a CSV file: a quotation in it does not end as it should"
    return Fault(name, row, "", "", problem, "Double each quotation mark inside a cell, and close each one.")


def _with_formulas(cells: list[str]) -> list[object]:
    """The cells of a record; one that begins with = is spoilt."""
    return [Spoilt(cell, *FORMULA) if "=" in cell and cell.lstrip(SPACES)[0] == "=" else cell for cell in cells]


def decoded(name: str, data: bytes) -> str:
    """The text of a CSV: as its mark says, else UTF-8, else Windows-1252.

    Raises: Refused where its mark is not true.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise Refused(f"{name}.csv is damaged: save it again, as CSV UTF-8.") from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="bccc_undefined")


def _undefined(error: UnicodeError) -> tuple[str, int]:
    """The five bytes to which Windows-1252 gives no letter: kept as control characters, and refused at their place."""
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101  # the handler is registered for decoding alone
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("bccc_undefined", _undefined)


def _separator(sheet: Sheet, text: str) -> str:
    """The separator under which most headings are known."""
    return max(SEPARATORS, key=lambda separator: _known_headings(sheet, text, separator))


def _known_headings(sheet: Sheet, text: str, separator: str) -> int:
    return sum(column_named(sheet, heading.strip()) is not None for heading in _first_record(text, separator))


def _first_record(text: str, separator: str) -> list[str]:
    try:
        return next(_records(text, separator), [])
    except csv.Error:
        return []


def _records(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=separator)
