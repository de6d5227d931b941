"""Zips that hold more, or other, than they should: refused before anything in them is read."""

import struct
import zipfile

import pytest

from tests.workbook.making import refusal, write_zip

CSVS = {
    "volunteers.csv": "ref,full_name,role_title,applied_on\r\nV-1,Asha,Helper,2026-03-01\r\n",
    "users.csv": "email,display_name,role\r\na@b.example,A,CHAIR\r\n",
}


@pytest.mark.parametrize(
    "entry", ["../volunteers.csv", "/volunteers.csv", "..\\volunteers.csv", "a/../../users.csv", "C:x.csv"]
)
def test_an_entry_that_would_lie_outside_of_its_zip_is_refused(entry, tmp_path):
    path = write_zip(tmp_path / "a.zip", {**CSVS, entry: "x"})

    assert "would lie outside of it" in refusal(path, tmp_path)


def test_a_link_in_a_zip_is_refused(tmp_path):
    path = tmp_path / "a.zip"
    link = zipfile.ZipInfo("volunteers.csv")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")

    assert "holds a link" in refusal(path, tmp_path)


def encrypted(data: bytes) -> bytes:
    """Every entry marked as encrypted, in both of its headers."""
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            flags = struct.unpack_from("<H", data, at + offset)[0] | 1
            data = data[: at + offset] + struct.pack("<H", flags) + data[at + offset + 2 :]
            at = data.find(mark, at + 4)
    return data


def test_an_encrypted_zip_is_refused(tmp_path):
    path = write_zip(tmp_path / "a.zip", CSVS)
    path.write_bytes(encrypted(path.read_bytes()))

    assert "is locked with a password" in refusal(path, tmp_path)


def test_a_zip_in_a_zip_is_refused(tmp_path):
    path = write_zip(tmp_path / "a.zip", {**CSVS, "more.zip": "PK"})

    assert "holds another zip" in refusal(path, tmp_path)


def test_a_zip_of_several_folders_is_refused(tmp_path):
    path = write_zip(tmp_path / "a.zip", {"a/volunteers.csv": "x", "b/users.csv": "x"})

    assert "several folders" in refusal(path, tmp_path)


def test_a_zip_packed_in_an_unusual_way_is_refused(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("volunteers.csv", CSVS["volunteers.csv"])

    assert "unusual way" in refusal(path, tmp_path)


@pytest.mark.parametrize("suffix", ["zip", "xlsx"])
def test_a_zip_bomb_is_refused_before_it_is_read(suffix, tmp_path):
    path = tmp_path / f"a.{suffix}"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/workbook.xml", "w") as part:
        for _ in range(201):
            part.write(b" " * (1 << 20))

    assert path.stat().st_size < 1 << 20
    assert "unpacks to more than 200 MB" in refusal(path, tmp_path)


def test_a_zip_bomb_that_lies_about_its_size_is_refused(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("volunteers.csv", b" " * (201 << 20))
    data, size = path.read_bytes(), struct.pack("<I", 201 << 20)
    path.write_bytes(data.replace(size, struct.pack("<I", 100)))

    assert "damaged" in refusal(path, tmp_path)


def test_a_zip_of_very_many_parts_is_refused(tmp_path):
    path = write_zip(tmp_path / "a.zip", {f"{number}.csv": "x" for number in range(1001)})

    assert "more than 1,000 parts" in refusal(path, tmp_path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("volunteers.csv", "x")
        archive.writestr("Volunteers.csv", "x")

    assert "two parts of one name" in refusal(path, tmp_path)
