"""The audit of a window of days: how many events of each kind by whom, and one part of the list, the newest first."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, func, literal, select
from sqlmodel import Session

from bccc_dash import clock
from bccc_dash.domain.audit_deeds import KIND_OF, DeedKind, kind_of, words_of
from bccc_dash.domain.audit_event import AuditEvent
from bccc_dash.domain.audit_list import A_PAGE, Tally
from bccc_dash.domain.period import Period
from bccc_dash.queries.audit_subjects import about
from bccc_dash.queries.sql import audit_events, number, records, users
from bccc_dash.store.audit import BETWEEN
from bccc_dash.store.engine import withheld_from

Condition = ColumnElement[bool]
_event = audit_events.c
IMPORTS = "import"
"""How the word of each deed of an import begins."""


def tallies(session: Session, period: Period, *, ref: str = "") -> tuple[tuple[Tally, ...], int]:
    """How many events there are by actor and kind, and the number of the newest row among them; 0 where there is none.

    `ref` leaves only what is about that record. Shape: one tally for each actor and kind that occur.
    """
    action = func.lower(_event.action)
    query = select(_event.actor, action.label("action"), func.count(), func.max(_event.at), func.max(_event.id))
    rows = session.execute(query.where(*_listed(session, period, ref)).group_by(_event.actor, action)).all()
    found: dict[tuple[str, DeedKind], tuple[int, datetime]] = {}
    for actor, word, n, at, _ in rows:
        so_far, latest = found.get((actor, kind_of(word)), (0, at))
        found[actor, kind_of(word)] = so_far + n, max(latest, at)
    by_kind = (Tally(actor, kind, n, clock.in_london(at)) for (actor, kind), (n, at) in found.items())
    return tuple(by_kind), max((row[-1] for row in rows), default=0)


def events(
    session: Session, period: Period, *, who: str, kind: str, ref: str, last_id: int, page: int
) -> tuple[AuditEvent, ...]:
    """One part of the list: what meets the choices, "" being any, up to the row `last_id`, the newest first.

    Bounds: parts count from 1; beyond the last there is nothing. Newest is what was told last, also where the clock was
    set back since: so the database stops looking when the part is full.
    """
    meets = [*_listed(session, period, ref), _event.id <= number(last_id)]
    meets += [_event.actor == who] if who else []
    meets += [_is(DeedKind(kind))] if kind else []
    told = (_event.at, _event.actor, _event.action, _event.subject, _event.fields, _event.purpose)
    newest = select(*told, about().label("ref")).where(*meets).order_by(_event.id.desc())
    rows = session.execute(newest.limit(number(A_PAGE)).offset(number((page - 1) * A_PAGE)))
    return tuple(_told(*row) for row in rows)


def names(session: Session) -> dict[int, str]:
    """The names of all who use the dashboard, by number. No e-mail address."""
    found = session.execute(select(users.c.id, users.c.display_name))
    return {row.id: row.display_name for row in found}


def written(session: Session, ref: str) -> str:
    """A reference as its record writes it, asked for in whatever case; "" where there is no such record."""
    found = session.execute(select(records.c.ref).where(func.lower(records.c.ref) == func.lower(literal(ref))))
    return found.scalar() or ""


def _listed(session: Session, period: Period, ref: str) -> list[Condition]:
    """What holds of the events in the window, both days included, of which anything may be shown.

    An import does not say whom it is about: nobody from whom anything is withheld is told of one.
    """
    first, after = _begins(period.first), _begins(period.as_of + timedelta(days=1))
    known = func.lower(about()) == func.lower(literal(ref)) if ref else about().is_not(None)
    may_be_theirs = [] if withheld_from(session).is_nothing else [~func.lower(_event.action).startswith(IMPORTS)]
    return [_event.at >= first, _event.at < after, known, *may_be_theirs]


def _begins(day: date) -> datetime:
    """The instant at which a day begins in London."""
    return datetime.combine(day, time(), tzinfo=clock.LONDON)


def _is(kind: DeedKind) -> Condition:
    action = func.lower(_event.action)
    return action.not_in(tuple(KIND_OF)) if kind is DeedKind.OTHER else action.in_(words_of(kind))


def _told(
    at: datetime, actor: str, action: str, subject: str, fields: str, purpose: str | None, ref: str
) -> AuditEvent:
    parts = tuple(name for name in fields.split(BETWEEN) if name)
    return AuditEvent(clock.in_london(at), actor, action, subject, parts, purpose, ref or None)
