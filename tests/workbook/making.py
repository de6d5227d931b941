"""Workbooks, CSV folders and zips to import, good and bad, and what became of the database."""

import datetime as dt
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from sqlalchemy import create_engine, inspect

from bccc_dash.domain.errors import Refused
from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine, reading
from bccc_dash.workbook.exporting import export_sheets
from bccc_dash.workbook.faults import Fault, ImportRefused, ImportResult
from bccc_dash.workbook.importing import import_path, import_sheets

Grid = list[list[Any]]
Grids = dict[str, Grid]
ROWS = 1000


def users(*rows: list[Any]) -> Grid:
    return [["email", "display_name", "role"], ["cora@bccc.example", "Cora", "COORDINATOR"], *rows]


def volunteers(*rows: list[Any]) -> Grid:
    first = ["V-0001", "Asha Bell", "Helper", dt.date(2026, 3, 1)]
    return [["ref", "full_name", "role_title", "applied_on"], first, *rows]


def small(**more: Grid) -> Grids:
    """One user, one volunteer, and more sheets."""
    return {"users": users(), "volunteers": volunteers(), **more}


class Formula(str):
    """A cell written as a formula; `Formula("A1+1")`."""


def write_xlsx(path: Path, grids: Grids, *, then: Callable[[Any], None] | None = None, **options: Any) -> Path:
    """A workbook as Excel writes it; `then` may add what it likes."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy", **options}) as book:
        for name, rows in grids.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    _write(page, number, place, cell)
        if then is not None:
            then(book)
    return path


def _write(page: Any, row: int, place: int, cell: Any) -> None:
    if isinstance(cell, Formula):
        page.write_formula(row, place, f"={cell}", None, 7)
    elif isinstance(cell, str):
        page.write_string(row, place, cell)
    elif isinstance(cell, dt.date):
        page.write_datetime(row, place, cell)
    elif cell is not None:
        page.write(row, place, cell)


def csv_text(rows: Grid, separator: str = ",") -> str:
    return "".join(separator.join("" if cell is None else str(cell) for cell in row) + "\r\n" for row in rows)


def write_folder(path: Path, grids: Mapping[str, Grid | str | bytes]) -> Path:
    path.mkdir()
    for name, rows in grids.items():
        text = csv_text(rows) if isinstance(rows, list) else rows
        (path / f"{name}.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def write_zip(path: Path, entries: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return path


def rewritten(path: Path, changes: Mapping[str, Callable[[bytes], bytes]], extra: Mapping[str, bytes] = {}) -> Path:
    """The same zip with some of its parts changed, and others added."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**parts, **extra}.items():
            archive.writestr(name, changes[name](data) if name in changes else data)
    return path


def run(path: Path, url: str, **options: Any) -> ImportResult:
    return import_path(path, url=url, backups=path.parent / "kept", rows_a_sheet=options.pop("rows", ROWS), **options)


def faults_of(path: Path, url: str, **options: Any) -> tuple[Fault, ...]:
    """The faults of a file that must be refused."""
    try:
        run(path, url, **options)
    except ImportRefused as refusal:
        return refusal.faults
    raise AssertionError("it was not refused")


def refusal(path: Path, tmp_path: Path, **options: int) -> str:
    """The sentence with which a file is refused, having looked that no database was made."""
    database = tmp_path / "own.db"
    with pytest.raises(Refused) as refused:
        run(path, sqlite_url(database), **options)
    assert not database.exists()
    return str(refused.value)


def only_fault(path: Path, url: str) -> Fault:
    """The one fault of a file, having looked that the database is as it was."""
    before = dump(url)
    (fault,) = faults_of(path, url)
    assert dump(url) == before
    return fault


def place(fault: Fault) -> tuple[str, int | None, str, str]:
    return fault.sheet, fault.row, fault.column, fault.value


def put(url: str, sheets: dict[str, list[dict[str, object]]]) -> ImportResult:
    engine = open_engine(url)
    try:
        return import_sheets(sheets, engine=engine)
    finally:
        engine.dispose()


def got(url: str) -> dict[str, list[dict[str, object]]]:
    engine = open_engine(url)
    try:
        with reading(engine) as session:
            return export_sheets(session)
    finally:
        engine.dispose()


def dump(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    try:
        with engine.connect() as connection:
            names = inspect(connection).get_table_names()
            rows = {name: connection.exec_driver_sql(f'SELECT * FROM "{name}"').all() for name in sorted(names)}
            return {name: sorted(map(tuple, found), key=str) for name, found in rows.items()}
    finally:
        engine.dispose()
