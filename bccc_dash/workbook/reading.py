"""From a path to the tables in it."""

import hashlib
from pathlib import Path

from bccc_dash.domain.errors import Refused
from bccc_dash.workbook.csvs import read_folder, read_zip
from bccc_dash.workbook.guard import NOT_A_WORKBOOK, check_kind, file_bytes, opened
from bccc_dash.workbook.parts import WORKBOOK
from bccc_dash.workbook.tables import Book
from bccc_dash.workbook.xlsx import read_workbook


def read_path(path: Path, *, rows_a_sheet: int) -> Book:
    """What an .xlsx file, a folder or a zip of CSVs holds.

    Raises: Refused, with a sentence for each thing that such a file can be instead; CouldNotRun from the disk.
    """
    if path.is_dir():
        return read_folder(path, rows_a_sheet=rows_a_sheet)
    data = file_bytes(path)
    check_kind(path, data)
    archive = opened(path.name, data)
    is_workbook = WORKBOOK in archive.namelist() or "[Content_Types].xml" in archive.namelist()
    if path.suffix.lower() != ".zip" or is_workbook:
        _check_name(path, is_workbook)
        book = read_workbook(path.name, archive, data, rows_a_sheet=rows_a_sheet)
    else:
        book = read_zip(path.name, archive, rows_a_sheet=rows_a_sheet)
    book.subject = f"file sha256:{hashlib.sha256(data).hexdigest()}"
    return book


def _check_name(path: Path, is_workbook: bool) -> None:
    """Raise Refused where a workbook is named as a zip."""
    if is_workbook and path.suffix.lower() == ".zip":
        raise Refused(f"{path.name} is an Excel workbook, whatever its name says: rename it to end in .xlsx.")
    if not is_workbook and path.suffix.lower() != ".xlsx":
        raise Refused(NOT_A_WORKBOOK.format(name=path.name))
