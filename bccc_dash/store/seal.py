"""The seal of a backup: a hash of the whole file, kept inside it, so that any damage shows.

SQLite finds a broken page, but not a letter that changed inside a name.
"""

import hashlib
import mmap
import secrets
import sqlite3
from pathlib import Path

LETTERS = 64
AT_A_TIME = 1 << 20


def seal(file: Path, connection: sqlite3.Connection) -> None:
    """Seal the file; `connection`, its only one, is closed by this.

    A random word of the seal's length is stored, found again in the closed file, and overwritten with the hash
    that the file has with zeros in that place.
    """
    word = secrets.token_hex(LETTERS // 2)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("CREATE TABLE backup_seal (digest TEXT NOT NULL) STRICT")
    connection.execute("INSERT INTO backup_seal VALUES (?)", (word,))
    connection.close()
    with file.open("r+b") as opened:
        place = _only_place(opened.fileno(), word)
        if place is None:
            raise OSError(f"the seal of {file} did not reach the disk")
        digest = _digest(file, place)
        opened.seek(place)
        opened.write(digest.encode())


def is_broken(file: Path, connection: sqlite3.Connection) -> bool:
    """Whether the file changed after it was sealed. A file without a seal is not broken."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'backup_seal'").fetchone():
        return False
    found = connection.execute("SELECT digest FROM backup_seal").fetchone()
    with file.open("rb") as opened:
        place = _only_place(opened.fileno(), found[0] if found else "")
    return place is None or _digest(file, place) != found[0]


def _only_place(number: int, word: str) -> int | None:
    if len(word) != LETTERS:
        return None
    with mmap.mmap(number, 0, access=mmap.ACCESS_READ) as content:
        place = content.find(word.encode())
        return None if place < 0 or content.find(word.encode(), place + 1) >= 0 else place


def _digest(file: Path, place: int) -> str:
    """The hash of the file with zeros where the seal is."""
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        digest.update(opened.read(place))
        digest.update(b"0" * len(opened.read(LETTERS)))
        while part := opened.read(AT_A_TIME):
            digest.update(part)
    return digest.hexdigest()
