"""A marker in every text column that is not for everybody, and which of them may reach whom.

Columns whose words are CHECKed can hold no marker. Of those, only the source of a case is looked for, by its words; the
others (WORDS_OF_LISTS) hold words that stand in a hundred other places.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import CheckConstraint, Connection
from sqlmodel import SQLModel, text

from bccc_dash.domain.case_vocabulary import Severity, Source
from bccc_dash.domain.column_contents import CONTENTS
from bccc_dash.domain.labels import label
from bccc_dash.domain.sight import Content, Sight, sight
from bccc_dash.domain.viewer import FROM_A_CHILD_OR_FAMILY, NO_MATTER, Matter, Person, is_in_confidence
from bccc_dash.domain.vocabulary import Role
from bccc_dash.settings import sqlite_url
from bccc_dash.store import triggers, upgrade

MARKED = frozenset(
    {
        *(Content.NAME, Content.CONTACT, Content.FREE_TEXT, Content.COLLEAGUE_CONTACT),
        *(Content.CREDENTIAL, Content.SIGN_IN, Content.AUDIT),
    }
)
WORDS_OF_LISTS = frozenset(
    {
        *("sign_in_sessions.role", "sign_in_sessions.step", "sign_in_sessions.end_reason"),
        *("one_time_links.purpose", "removal_permits.kind"),
    }
)
OF_PEOPLE = frozenset({Content.NAME, Content.CONTACT, Content.FREE_TEXT, Content.CREDENTIAL})
FORM = re.compile(r"zq([0-9]{6})qz", re.IGNORECASE)
CASES = ("concerns", "incidents")
RECORDS = (*CASES, "volunteers", "checks")
RELEASED = sorted((Path(__file__).parent / "store" / "released").glob("*.json"))[-1]
BORROWED = (
    *("recovery_codes", "one_time_links", "sign_in_sessions", "sign_in_tries"),
    *("removal_permits", "removal_permit_rows", "import_askings", "import_confirmations", "sent_forms"),
)
"""Tables of which the demonstration has no row: they get those of the latest release's data."""
IN_THE_CHRONOLOGY = ("Told in confidence by a child", "Told in confidence by a family")
TOLD_IN_CONFIDENCE = (*FROM_A_CHILD_OR_FAMILY, *map(label, FROM_A_CHILD_OR_FAMILY), *IN_THE_CHRONOLOGY)


@dataclass(frozen=True)
class Marker:
    """Where it stands, whose matter its row is, and in which opened cases its row is shown too."""

    column: str
    row: int
    matter: Matter | None
    opened_in: frozenset[int]

    @property
    def content(self) -> Content:
        return CONTENTS[self.column]


@dataclass
class Planted:
    """The markers of a database, and what decides on each."""

    url: str
    markers: dict[int, Marker] = field(default_factory=dict)
    matters: dict[int, Matter | None] = field(default_factory=dict)
    refs: dict[str, int] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    tokens: set[str] = field(default_factory=set)

    def leaks(self, said: str, person: Person | None, opened: str | None = None) -> set[str]:
        """What stands in `said` that this person may not see; `opened` is the case or person that the page is about."""
        number = self.refs.get(opened or "")
        found = {self.markers[int(sign)] for sign in FORM.findall(said)}
        leaked = {f"{one.column}, row {one.row}" for one in found if not self._may_see(person, one, number)}
        leaked |= {"the token of a session" for token in self.tokens if token in said}
        return leaked | {word for word in TOLD_IN_CONFIDENCE if word in said and not self._may_tell(person, number)}

    def held(self, said: str, contents: frozenset[Content]) -> set[str]:
        """The columns of these kinds whose markers stand in `said`."""
        found = {self.markers[int(sign)] for sign in FORM.findall(said)}
        return {one.column for one in found if one.content in contents}

    def marker_of(self, column: str, row: int) -> str:
        """What was put into a column of a row."""
        sign = next(sign for sign, one in self.markers.items() if (one.column, one.row) == (column, row))
        return written(sign, column)

    def _may_see(self, person: Person | None, marker: Marker, opened: int | None) -> bool:
        matters = [marker.matter, self.matters[opened] if opened in marker.opened_in else None]
        return any(sight(person, marker.content, matter=one) is Sight.SHOWN for one in matters if one is not None)

    def _may_tell(self, person: Person | None, opened: int | None) -> bool:
        """Whether a child or a family may be named as the source: of the opened case, or of any at all."""
        case = self.matters.get(opened or 0)
        matter = case if case and is_in_confidence(case) else Matter(source=Source.CHILD_IN_CONFIDENCE)
        return sight(person, Content.SOURCE, matter=matter) is Sight.SHOWN


def plant(file: Path) -> Planted:
    """Put a marker into every row of every such column of a database of the demonstration."""
    found = Planted(sqlite_url(file))
    with upgrade.moving(found.url) as connection:
        triggers.take_off(connection)
        _borrow(connection)
        found.matters = dict(_matters(connection))
        found.refs = {ref: number for number, ref in connection.execute(text("SELECT id, ref FROM records"))}
        cases = _shown_in(connection)
        for column in marked_columns():
            _plant(connection, found, column, cases)
        found.people = dict(_people(connection))
        triggers.put_on(connection)
    return found


def written(sign: int, column: str) -> str:
    """The marker of this number, as an address where the column holds addresses."""
    return f"zq{sign:06}qz" + ("@markers.example" if column.endswith(".email") else "")


def marked_columns() -> list[str]:
    """Every column of the marked kinds that takes free text."""
    return [name for name, content in CONTENTS.items() if content in MARKED and not is_checked(name)]


def is_checked(name: str) -> bool:
    """Whether a column holds only the words of a list."""
    table, column = name.split(".")
    checks = [check for check in SQLModel.metadata.tables[table].constraints if isinstance(check, CheckConstraint)]
    return any(re.match(rf"(replace\()*{column}\b", str(check.sqltext)) for check in checks)


def _borrow(connection: Connection) -> None:
    connection.execute(text("INSERT OR IGNORE INTO accounts (user_id) SELECT id FROM users"))
    rows_of = json.loads(RELEASED.read_text())
    for table in BORROWED:
        for row in rows_of[table]:
            names, values = ", ".join(row), ", ".join(f":{name}" for name in row)
            connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), row)


def _plant(connection: Connection, found: Planted, name: str, cases: dict[int, frozenset[int]]) -> None:
    table, column = name.split(".")
    for row in connection.execute(text(f"SELECT rowid AS row_number, * FROM {table}")).mappings().all():
        sign, number = len(found.markers), int(row["row_number"])
        put = text(f"UPDATE {table} SET {column} = :shown WHERE rowid = :number")
        connection.execute(put, {"shown": written(sign, name), "number": number})
        matter = _matter_of_row(table, row, found.matters)
        opened_in = cases.get(number, frozenset()) if table in ("volunteers", "checks") else frozenset()
        found.markers[sign] = Marker(name, number, matter, opened_in)


def _matter_of_row(table: str, row: Any, matters: dict[int, Matter | None]) -> Matter | None:
    """Whose matter a row is; None where it is a case that turned out to be about somebody else: nobody sees it."""
    if table == "users":
        return Matter(owner_id=row["id"])
    if table in RECORDS:
        return matters[row["id"]]
    owner = next((row[name] for name in ("case_id", "subject_id", "volunteer_id") if row.get(name)), None)
    if owner is not None and table != "import_askings":
        return matters[owner]
    return Matter(owner_id=row["user_id"]) if row.get("user_id") else NO_MATTER


def _matters(connection: Connection) -> Iterator[tuple[int, Matter | None]]:
    """By number of record, what decides who may see it."""
    for (number,) in connection.execute(text("SELECT id FROM volunteers")):
        yield number, Matter(volunteer_id=number)
    for number, volunteer in connection.execute(text("SELECT id, volunteer_id FROM checks")):
        yield number, Matter(volunteer_id=volunteer)
    aside = [tuple(row) for row in connection.execute(text(ASIDE))]
    for row in connection.execute(text(ALL_CASES)).mappings():
        matter = Matter(
            volunteer_id=row["volunteer_id"],
            owner_id=row["owner_id"],
            severity=Severity(row["severity"]),
            source=Source(row["source"]),
            recused=frozenset(user for user, family in aside if family == row["family"]),
        )
        yield row["id"], None if row["status"] == "NOT_THIS_PERSON" else matter


ALL_CASES = """
SELECT id, volunteer_id, owner_id, severity, source, status, id AS family FROM concerns UNION ALL
SELECT id, volunteer_id, owner_id, severity, source, status, coalesce(concern_id, id) FROM incidents
"""
ASIDE = f"""
SELECT r.user_id, c.family FROM recusals r JOIN committee_shares s ON s.id = r.share_id
JOIN ({ALL_CASES}) c ON c.id = s.subject_id
"""


def _shown_in(connection: Connection) -> dict[int, frozenset[int]]:
    """By number of volunteer and check, the cases about that person, or that came of that check."""
    found: dict[int, set[int]] = {}
    for case, volunteer in connection.execute(text(f"SELECT id, volunteer_id FROM ({ALL_CASES})")):
        found.setdefault(volunteer, set()).add(case)
    for case, check in connection.execute(text("SELECT id, check_id FROM concerns WHERE check_id IS NOT NULL")):
        found.setdefault(check, set()).add(case)
    return {number: frozenset(cases) for number, cases in found.items()}


def _people(connection: Connection) -> Iterator[tuple[int, Person]]:
    for row in connection.execute(text("SELECT * FROM users")).mappings():
        person = Person(
            user_id=row["id"],
            role=Role(row["role"]),
            is_lead=bool(row["is_safeguarding_lead"]),
            volunteer_id=row["volunteer_id"],
            on_committee=bool(row["on_management_committee"]),
        )
        yield row["id"], person
