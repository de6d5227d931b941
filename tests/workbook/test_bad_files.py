"""Files that are not what an import can read: one sentence each, and no database is touched or made."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.settings import sqlite_url
from tests.workbook.making import refusal, rewritten, run, small, write_folder, write_xlsx, write_zip

SHEET_1, SHEET_2 = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
CSVS = {"volunteers.csv": "ref,full_name,role_title,applied_on\r\nV-1,Asha,Helper,2026-03-01\r\n"}


def raw(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.xlsx", b"", "is empty"),
        ("a.xlsx", b"PK\x03\x04 and then nothing", "is damaged"),
        ("a.xlsx", b"ref,full_name\r\n", "is not an Excel workbook"),
        ("a.xlsx", b"%PDF-1.7", "is not an Excel workbook"),
        ("a.zip", b"plain words", "is not a zip file"),
        ("a.csv", b"ref,full_name\r\n", "is a single CSV file"),
        ("a.xls", OLE, "of the old kind"),
        ("a.xlsx", OLE, "of the old kind"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "is locked with a password"),
        ("a.xlsm", b"PK\x03\x04", "holds macros"),
        ("a.xlsb", b"PK\x03\x04", "is a binary workbook"),
        ("a.ods", b"PK\x03\x04", "is an OpenDocument workbook"),
    ],
)
def test_what_is_no_workbook_is_told_what_it_is(name, data, sentence, tmp_path):
    assert sentence in refusal(raw(tmp_path / name, data), tmp_path)


def test_a_name_that_is_not_there_is_refused(tmp_path):
    assert "There is no file or folder" in refusal(tmp_path / "absent.xlsx", tmp_path)


def test_a_file_that_the_disk_will_not_give_could_not_be_read(tmp_path, monkeypatch):
    path = write_xlsx(tmp_path / "a.xlsx", small())

    def broken(_: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", broken)
    with pytest.raises(CouldNotRun, match="cannot be read"):
        run(path, sqlite_url(tmp_path / "own.db"))


def test_a_workbook_cut_short_is_damaged(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", small())
    path.write_bytes(path.read_bytes()[:-400])

    assert "is damaged" in refusal(path, tmp_path)


def test_a_workbook_with_flipped_bytes_is_damaged(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", small())
    data = bytearray(path.read_bytes())
    data[900:1500] = bytes(byte ^ 255 for byte in data[900:1500])
    path.write_bytes(data)

    assert "is damaged" in refusal(path, tmp_path)


@pytest.mark.parametrize("part", [SHEET_1, "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_a_workbook_with_broken_xml_is_damaged(part, tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", small())
    rewritten(path, {part: lambda xml: xml[: len(xml) // 2] + b"<oops"})

    assert "damaged" in refusal(path, tmp_path)


def test_a_macro_workbook_under_another_name_is_refused(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", small())
    macro = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    rewritten(path, {"[Content_Types].xml": lambda xml: xml.replace(plain, macro)})

    assert "holds macros" in refusal(path, tmp_path)


def test_a_workbook_with_a_macro_part_is_refused(tmp_path):
    path = rewritten(write_xlsx(tmp_path / "a.xlsx", small()), {}, {"xl/vbaProject.bin": b"x"})

    assert "holds macros" in refusal(path, tmp_path)


DECLARATIONS = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    b'<!DOCTYPE x SYSTEM "http://bccc.example/x.dtd">',
)


@pytest.mark.parametrize("declaration", DECLARATIONS, ids=["many", "file", "elsewhere"])
@pytest.mark.parametrize("part", [SHEET_2, "xl/workbook.xml", "xl/sharedStrings.xml"])
def test_entity_tricks_are_refused(declaration, part, tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", small())
    rewritten(path, {part: lambda xml: xml.replace(b"?>", b"?>" + declaration, 1)})

    assert "entity declarations" in refusal(path, tmp_path)


def test_a_sheet_in_another_alphabet_is_refused(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", small())
    rewritten(path, {SHEET_2: lambda xml: xml.decode().replace("UTF-8", "UTF-16").encode("utf-16")})

    assert "unusual alphabet" in refusal(path, tmp_path)


def test_a_workbook_named_as_a_zip_and_a_zip_named_as_a_workbook_are_refused(tmp_path):
    workbook = write_xlsx(tmp_path / "a.zip", small())
    csvs = write_zip(tmp_path / "b.xlsx", CSVS)

    assert "is an Excel workbook" in refusal(workbook, tmp_path)
    assert "is not an Excel workbook" in refusal(csvs, tmp_path)


def far(cell: bytes) -> Callable[[bytes], bytes]:
    """A sheet with one cell far away from the others, at which a reader would make room for all between."""
    row = cell.lstrip(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    more = b'<row r="%s"><c r="%s"><v>1</v></c></row></sheetData>' % (row, cell)
    return lambda xml: xml.replace(b"</sheetData>", more)


def test_a_cell_far_below_is_refused_before_room_is_made_for_it(tmp_path):
    path = rewritten(write_xlsx(tmp_path / "a.xlsx", small()), {SHEET_2: far(b"A1048576")})

    sentence = refusal(path, tmp_path)
    assert "“volunteers” reaches down to row 1,048,576" in sentence


@pytest.mark.parametrize("cell", [b"XFD9", b"IW9"])
def test_a_cell_far_to_the_right_is_refused(cell, tmp_path):
    path = rewritten(write_xlsx(tmp_path / "a.xlsx", small()), {SHEET_2: far(cell)})

    assert "more than 256 columns" in refusal(path, tmp_path)


def test_one_long_text_said_in_very_many_cells_is_refused(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", small())
    cells = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(9, 900))
    rewritten(
        path,
        {
            "xl/sharedStrings.xml": lambda xml: xml.replace(b"<t>", b"<t>" + b"x" * (2 << 20), 1),
            SHEET_2: lambda xml: xml.replace(b"</sheetData>", cells + b"</sheetData>"),
        },
    )

    assert "same long text in very many cells" in refusal(path, tmp_path)


def test_more_rows_than_allowed_are_refused(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", small())
    folder = write_folder(tmp_path / "csvs", {"volunteers": "ref\r\n" + "V\r\n" * 11})

    assert "reaches down to row 2, and 0 rows are the most" in refusal(path, tmp_path, rows=0)
    assert "has more than 10 rows" in refusal(folder, tmp_path, rows=10)


def test_a_file_of_which_nothing_is_known_is_refused(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"Sheet1": [["a"], ["b"]]})

    assert "None of its sheets is known here" in refusal(path, tmp_path)


def test_headings_without_a_record_are_refused(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {name: rows[:1] for name, rows in small().items()})

    assert "headings but no record" in refusal(path, tmp_path)


def test_a_file_without_volunteers_is_refused(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"users": small()["users"]})

    assert "There is no sheet “volunteers”" in refusal(path, tmp_path)
