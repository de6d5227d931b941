"""The gate before a file is read: what it really is, how much it unpacks to, and what it must not hold."""

import stat
import zlib
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from bccc_dash.domain.errors import CouldNotRun, Refused

MOST_BYTES = 200 * 1024 * 1024
MOST_PARTS = 1000
CHUNK = 1 << 20

OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
TOO_BIG = "{name} unpacks to more than 200 MB: it is not opened. Split it, or leave out what are not records."
DAMAGED = "{name} is damaged and cannot be read: open it in the program that made it, and save it again."
LOCKED = "{name} is locked with a password: open it, take the password off (File, Info), and save it again."
OLD = "{name} is a workbook of the old kind (.xls): open it in Excel and save it as .xlsx."
MACROS = "{name} holds macros: open it in Excel and save it as a plain workbook (.xlsx)."
GIVE = "give an .xlsx file, a folder or a zip of CSVs."
GIVEN = "Give an .xlsx file, a folder or a zip of CSVs."
NOT_A_WORKBOOK = "{name} is not an Excel workbook, whatever its name says: " + GIVE
NOT_A_ZIP = "{name} is not a zip file, whatever its name says: " + GIVE
UNSAFE = "{name} holds the entry “{entry}”, which would lie outside of it: it is not opened. Zip the plain files anew."
_OTHER_KINDS = {
    ".xls": OLD,
    ".xlt": OLD,
    ".xlsm": MACROS,
    ".xltm": MACROS,
    ".xlam": MACROS,
    ".xlsb": "{name} is a binary workbook: open it in Excel and save it as .xlsx.",
    ".ods": "{name} is an OpenDocument workbook: save it as .xlsx.",
    ".csv": "{name} is a single CSV file: put it, named after its sheet, in a folder and give the folder.",
}


def file_bytes(path: Path) -> bytes:
    """The whole of a file.

    Raises: Refused where there is none, it is no plain file or too big; CouldNotRun where the disk will not give it.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Refused(f"{path.name} is no plain file but a device, a pipe or the like: it is not opened. {GIVEN}")
        if found.st_size > MOST_BYTES:
            raise Refused(TOO_BIG.format(name=path.name))
        data = path.read_bytes()
    except FileNotFoundError:
        raise Refused(f"There is no file or folder {path}: see that the name is right.") from None
    except OSError as error:
        raise CouldNotRun(f"{path} cannot be read ({error.strerror}): see that you may open it.") from error
    return data


def check_kind(path: Path, data: bytes) -> None:
    """Raise Refused where a file is not the zip that every .xlsx and .zip is, in words that say what it is instead."""
    name, suffix = path.name, path.suffix.lower()
    if not data:
        raise Refused(f"{name} is empty: there is nothing in it to import.")
    if data.startswith(OLD_OR_LOCKED):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise Refused((LOCKED if locked else OLD).format(name=name))
    if suffix in _OTHER_KINDS:
        raise Refused(_OTHER_KINDS[suffix].format(name=name))
    if not data.startswith(ZIP_STARTS):
        raise Refused((NOT_A_ZIP if suffix == ".zip" else NOT_A_WORKBOOK).format(name=name))


def opened(name: str, data: bytes) -> ZipFile:
    """A zip whose every part was counted as it really unpacks, and whose entries keep to their place.

    Raises: Refused.
    """
    try:
        archive = ZipFile(BytesIO(data))
        _check_entries(name, archive.infolist())
        _measure(name, archive)
    except (BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError) as error:
        raise Refused(DAMAGED.format(name=name)) from error
    return archive


def _check_entries(name: str, entries: list[ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise Refused(f"{name} holds more than 1,000 parts: it is not opened. Leave out what are not records.")
    if len({entry.filename.casefold() for entry in entries}) < len(entries):
        raise Refused(f"{name} holds two parts of one name: it is not opened. Make the file anew.")
    for entry in entries:
        _check_entry(name, entry)


def _check_entry(name: str, entry: ZipInfo) -> None:
    path = entry.filename.replace("\\", "/")
    if path.startswith("/") or ".." in PurePosixPath(path).parts or ":" in path or "\0" in path:
        raise Refused(UNSAFE.format(name=name, entry=entry.filename))
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Refused(f"{name} holds a link (“{entry.filename}”): it is not followed. Zip the plain files anew.")
    if entry.flag_bits & 1:
        raise Refused(LOCKED.format(name=name))
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Refused(f"{name} is packed in an unusual way: make an ordinary zip of it.")


def _measure(name: str, archive: ZipFile) -> None:
    """Unpack everything, a little at a time, and keep nothing: what the entries claim is not believed."""
    room = MOST_BYTES
    if sum(entry.file_size for entry in archive.infolist()) > room:
        raise Refused(TOO_BIG.format(name=name))
    for entry in archive.infolist():
        with archive.open(entry) as part:
            while chunk := part.read(CHUNK):
                room -= len(chunk)
                if room < 0:
                    raise Refused(TOO_BIG.format(name=name))
