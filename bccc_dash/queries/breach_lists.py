"""Breaches one by one: those that wait for a decision, those still online, and suspensions nobody ratified.

The three lists come in one question, each numbered from its first row, so that one part of it can be asked for.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, case, cast, func, literal, null, or_, select, union_all
from sqlalchemy.types import Date, String
from sqlmodel import Session

from bccc_dash.domain.breaches import LISTED, WAITING_SIZE, BreachLists, Online, Unratified, Waiting
from bccc_dash.domain.period import Period
from bccc_dash.domain.targets import Targets
from bccc_dash.queries.at_day import incident_stands
from bccc_dash.queries.breaches import latest_decision_kind, still_online
from bccc_dash.queries.sql import incidents, on, records
from bccc_dash.queries.suspensions import unratified_suspensions

WAITING, ONLINE, UNRATIFIED = "waiting", "online", "unratified"


def breach_lists(session: Session, *, period: Period, targets: Targets, page: int) -> BreachLists:
    """One part of the breaches that wait, from 1, and the first of the still online and of unratified suspensions.

    Each list begins with the longest. A part beyond the last is empty.
    """
    first = (page - 1) * WAITING_SIZE + 1
    parts = (
        _part(_waiting(period), first, first + WAITING_SIZE - 1, also_first=True),
        _part(_online(period), 1, LISTED),
        _part(_unratified(period, targets), 1, LISTED),
    )
    found: dict[str, list[Any]] = {WAITING: [], ONLINE: [], UNRATIFIED: []}
    for row in session.execute(union_all(*parts)):
        found[row.list].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: row.place)
    waiting = {row.place: Waiting(row.ref, row.word, row.day, row.other_ref or "") for row in found[WAITING]}
    return BreachLists(
        longest=waiting.get(1),
        waiting=tuple(breach for place, breach in waiting.items() if place >= first),
        online=tuple(Online(row.ref, row.word, row.day, row.other_day) for row in found[ONLINE]),
        online_n=found[ONLINE][0].total if found[ONLINE] else 0,
        unratified=tuple(Unratified(row.ref, row.other_ref, row.day) for row in found[UNRATIFIED]),
        unratified_n=found[UNRATIFIED][0].total if found[UNRATIFIED] else 0,
    )


def _part(rows: Select[Any], first: int, last: int, *, also_first: bool = False) -> Select[Any]:
    listed = rows.subquery()
    wanted = listed.c.place.between(first, last)
    return select(listed).where(or_(wanted, listed.c.place == 1) if also_first else wanted)


def _numbered(
    name: str, word: ColumnElement[Any], day: ColumnElement[Any], other: ColumnElement[Any], number: ColumnElement[Any]
) -> list[ColumnElement[Any]]:
    return [
        literal(name, String).label("list"),
        word.label("word"),
        day.label("day"),
        other.label("other_day"),
        func.row_number().over(order_by=(day, number)).label("place"),
        func.count().over().label("total"),
    ]


def _waiting(period: Period) -> Select[Any]:
    """The breaches of K14 that are undecided. Source: P56."""
    incident, born_of = incidents.c, records.alias("born_of")
    joined = incidents.join(records, records.c.id == incident.id).outerjoin(
        born_of, born_of.c.id == incident.concern_id
    )
    columns = _numbered(WAITING, incident.breach_type, incident.recorded_on, cast(null(), Date), incident.id)
    return (
        select(records.c.ref, born_of.c.ref.label("other_ref"), *columns)
        .select_from(joined)
        .where(
            incident.affects_approval.is_(True),
            incident_stands(period.as_of),
            latest_decision_kind(period.as_of).is_(None),
        )
    )


def _online(period: Period) -> Select[Any]:
    """Whatever was discovered by the day and is online still, whenever it was discovered. Source: P49."""
    incident, day = incidents.c, period.as_of
    asked = case((incident.takedown_requested_on <= on(day), incident.takedown_requested_on))
    columns = _numbered(ONLINE, incident.breach_type, incident.discovered_on, asked, incident.id)
    found = select(records.c.ref, cast(null(), String).label("other_ref"), *columns)
    found = found.select_from(incidents.join(records, records.c.id == incident.id))
    return found.where(incident_stands(day), incident.discovered_on <= on(day), still_online(day))


def _unratified(period: Period, targets: Targets) -> Select[Any]:
    """The suspensions that the Overview counts as not ratified, each with the reference of what it is about."""
    late, about = unratified_suspensions(period, targets).subquery("late"), records.alias("about")
    joined = late.join(records, records.c.id == late.c.id).join(about, about.c.id == late.c.subject_id)
    columns = _numbered(UNRATIFIED, cast(null(), String), late.c.effective_on, cast(null(), Date), late.c.id)
    return select(records.c.ref, about.c.ref.label("other_ref"), *columns).select_from(joined)
