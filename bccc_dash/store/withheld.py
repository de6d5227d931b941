"""What is withheld from a person, and every row that hangs on it.

Which rows hang on which is read from the foreign keys of the tables, so a table added later is covered.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Table, or_, select
from sqlmodel import Session

from bccc_dash.store.tables import RecordRow

TABLES: Mapping[str, Table] = RecordRow.metadata.tables
RECORDS, VOLUNTEERS, CONCERNS, INCIDENTS, SPANS = "records", "volunteers", "concerns", "incidents", "approval_spans"
APPROVALS, CHECKS = "approval_events", "checks"

GOES_ON_WITHOUT = frozenset({"users.volunteer_id", "concerns.check_id"})
"""Links whose row stays, emptied, where what they name is withheld: the row is not about it."""

BROUGHT_BY = frozenset({"incidents.concern_id", "approval_events.decision_id"})
"""Links whose row goes along with a case from which somebody stood aside, and is emptied where it names what is about
oneself: were another volunteer's row to go, it would tell of the matter."""


@dataclass(frozen=True)
class Withheld:
    """What a person is kept from: everything about the volunteer whom they also are, and the cases from which they
    stood aside, those about themself not among them."""

    volunteer_id: int | None = None
    case_ids: frozenset[int] = frozenset()

    @property
    def is_nothing(self) -> bool:
        """Whether this person is kept from nothing."""
        return self.volunteer_id is None and not self.case_ids

    @property
    def items(self) -> int:
        """How many items the person is told are withheld; never one about themself."""
        return len(self.case_ids)


NOTHING = Withheld()

Ids = dict[str, set[int]]


@dataclass
class Hidden:
    """The rows that are withheld, and what must read otherwise so that nothing points at the hole.

    `gone` are their numbers by table, for the tables that others link to. `emptied` are, by link, the numbers that it
    shall not name. `clear_checks` raised nothing but withheld concerns. `bridged` are the approval events that last
    until the end of another, withheld; `before` says, for the event after a hole, which came before it.
    """

    gone: Ids = field(default_factory=dict)
    emptied: Ids = field(default_factory=dict)
    clear_checks: set[int] = field(default_factory=set)
    bridged: dict[int, int] = field(default_factory=dict)
    before: dict[int, int | None] = field(default_factory=dict)


def withheld_from(session: Session, *, user_id: int, volunteer_id: int | None) -> Withheld:
    """What this person is kept from, whatever their role; `volunteer_id` is the volunteer whom they also are.

    Source: P31.
    """
    shares, recusals = TABLES["committee_shares"], TABLES["recusals"]
    cases = (TABLES[CONCERNS], TABLES[INCIDENTS])
    of_others = [
        select(case.c.id).where(case.c.id == shares.c.subject_id, case.c.volunteer_id != (volunteer_id or 0)).exists()
        for case in cases
    ]
    aside = select(shares.c.subject_id).join(recusals, recusals.c.share_id == shares.c.id)
    found = session.execute(aside.where(recusals.c.user_id == user_id, or_(*of_others)))
    return Withheld(volunteer_id, frozenset(found.scalars()))


def hidden_rows(connection: Connection, withheld: Withheld) -> Hidden:
    """Every row that is withheld, as the records stand now. To be asked before any view stands before a table."""
    own: Ids = {}
    if withheld.volunteer_id is not None:
        own = _hanging_on(connection, {VOLUNTEERS: {withheld.volunteer_id}}, {}, GOES_ON_WITHOUT | BROUGHT_BY)
    aside = _hanging_on(connection, _cases(connection, withheld.case_ids, own), own, GOES_ON_WITHOUT)
    hidden = Hidden({name: own.get(name, set()) | aside.get(name, set()) for name in {*own, *aside}})
    hidden.gone[RECORDS] = _records(hidden.gone)
    _empty_links(connection, hidden, own)
    if aside.get(CONCERNS):
        _clear_checks(connection, hidden, aside[CONCERNS])
    if aside.get(APPROVALS):
        _bridge_approvals(connection, hidden, aside[APPROVALS])
    return hidden


@cache
def links(table: Table) -> tuple[tuple[Column[Any], str], ...]:
    """The foreign keys of a table and the tables that they name; not the number that a record has from `records`."""
    named = [(column, key.column.table.name) for column in table.columns for key in column.foreign_keys]
    return tuple((column, parent) for column, parent in named if (column.name, parent) != ("id", RECORDS))


def name_of(column: Column[Any]) -> str:
    """A column as it is named in this module: table.column."""
    return f"{column.table.name}.{column.name}"


def is_record(table: Table) -> bool:
    """Whether its rows have references."""
    return "id" in table.c and any(key.column.table.name == RECORDS for key in table.c.id.foreign_keys)


def _reached() -> frozenset[str]:
    """The tables with rows about a volunteer or a case, through however many links."""
    reached: set[str] = set()
    found = {RECORDS, VOLUNTEERS}
    while found:
        reached |= found
        found = {name for name, table in TABLES.items() if name not in reached and _hangs_on(table, reached)}
    return frozenset(reached)


def _hangs_on(table: Table, names: set[str]) -> bool:
    return any(parent in names and name_of(column) not in GOES_ON_WITHOUT for column, parent in links(table))


REACHED = _reached()
_NAMED = {parent for table in TABLES.values() for _, parent in links(table)}
NUMBERED = frozenset(name for name in REACHED if name != RECORDS and (is_record(TABLES[name]) or name in _NAMED))
"""Those of them that other tables link to: their rows are found by number."""


def _records(ids: Ids) -> set[int]:
    return {number for name, numbers in ids.items() if is_record(TABLES[name]) for number in numbers}


def _hanging_on(connection: Connection, start: Ids, spared: Ids, not_by: frozenset[str]) -> Ids:
    """The numbers of the rows in `start` and of all that hang on them, by any link but those in `not_by`."""
    found: Ids = {}
    new = start
    while any(new.values()):
        for name, numbers in new.items():
            found.setdefault(name, set()).update(numbers)
        new = _next(connection, new | {RECORDS: _records(new)}, lambda column: name_of(column) not in not_by)
        new = {name: ids - found.get(name, set()) - spared.get(name, set()) for name, ids in new.items()}
    return found


def _next(connection: Connection, parents: Ids, follows: Callable[[Column[Any]], bool]) -> Ids:
    """The rows with a link to one of `parents`."""
    asked = [
        _labelled(name, "id", name, f'"{column.name}" IN {in_brackets(parents[parent])}')
        for name in sorted(NUMBERED)
        for column, parent in links(TABLES[name])
        if parents.get(parent) and follows(column)
    ]
    return _by_name(connection, asked)


def in_brackets(ids: Iterable[int]) -> str:
    """Whole numbers as SQL writes a list of them."""
    return f"({', '.join(f'{number:d}' for number in sorted(ids))})"


def _labelled(label: str, column: str, table: str, where: str) -> str:
    """A question for numbers, each beside a name. Text, because a dozen such are asked at every reading."""
    return f'SELECT \'{label}\', "{column}" FROM "{table}" WHERE {where}'  # noqa: S608  # names of the schema and numbers


def _by_name(connection: Connection, asked: list[str]) -> Ids:
    found: Ids = {}
    for name, number in connection.exec_driver_sql(" UNION ALL ".join(asked)) if asked else ():
        found.setdefault(name, set()).add(number)
    return found


def _cases(connection: Connection, case_ids: frozenset[int], own: Ids) -> Ids:
    """The cases from which somebody stood aside, and the concerns that incidents among them stem from."""
    if not case_ids:
        return {}
    incidents = TABLES[INCIDENTS].c
    stem_from = select(incidents.concern_id).where(incidents.id.in_(case_ids), incidents.concern_id.is_not(None))
    cases = (case_ids | set(connection.execute(stem_from).scalars())) - _records(own)
    return {CONCERNS: set(cases), INCIDENTS: set(cases)}


def _empty_links(connection: Connection, hidden: Hidden, own: Ids) -> None:
    """Find what rows that stay name of what is about oneself. Nothing that stays names what one stood aside from."""
    asked = []
    for name in sorted(GOES_ON_WITHOUT | BROUGHT_BY):
        table, column = name.split(".")
        parents = {link.name: parent for link, parent in links(TABLES[table])}
        if named := own.get(parents[column]):
            stays = f'"id" NOT IN {in_brackets(hidden.gone.get(table) or {0})}'
            asked.append(_labelled(name, column, table, f'"{column}" IN {in_brackets(named)} AND {stays}'))
    hidden.emptied = _by_name(connection, asked)


def _clear_checks(connection: Connection, hidden: Hidden, concern_ids: set[int]) -> None:
    concern, other = TABLES[CONCERNS], TABLES[CONCERNS].alias()
    left = select(other.c.id).where(other.c.check_id == concern.c.check_id, other.c.id.not_in(hidden.gone[CONCERNS]))
    raised = select(concern.c.check_id).where(concern.c.id.in_(concern_ids), concern.c.check_id.is_not(None))
    hidden.clear_checks = set(connection.execute(raised.where(~left.exists())).scalars())


def _bridge_approvals(connection: Connection, hidden: Hidden, event_ids: set[int]) -> None:
    """An approval lasts until the next event that is left, as it would had those between never been."""
    span = TABLES[SPANS].c
    people = select(span.volunteer_id).where(span.event_id.in_(event_ids))
    in_order = select(span.volunteer_id, span.event_id).where(span.volunteer_id.in_(people))
    rows = connection.execute(in_order.order_by(span.volunteer_id, span.from_on, span.event_id))
    last: dict[int, int] = {}
    holes: dict[int, int] = {}
    for person, event in rows:
        if event in event_ids:
            holes[person] = event
            if person in last:
                hidden.bridged[last[person]] = event
            continue
        if holes.pop(person, None):
            hidden.before[event] = last.get(person)
        last[person] = event
