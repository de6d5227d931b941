"""Who may act in a concern, and who acts instead where all who hold a duty are conflicted. Source: P31."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, and_, cast, exists, or_, select
from sqlalchemy.types import String
from sqlmodel import Session

from bccc_dash.domain.deputies import DUTY_OF, Duty, Holder, who_acts
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.vocabulary import Role
from bccc_dash.queries.sql import accounts, concerns, incidents, on, records, recusals, settings, shares, users

ROLES = {Duty.CHAIR: Role.CHAIR, Duty.COORDINATOR: Role.COORDINATOR, Duty.LEAD: Role.SAFEGUARDING_LEAD}


def who_acts_instead(session: Session, *, day: date, ref: str) -> tuple[str, ...]:
    """A sentence for each duty whose every holder is conflicted in this concern; a duty without a holder has none."""
    rows = session.execute(_people(day, ref)).mappings().all()
    kept_from = {row["id"] for row in rows if row["is_conflicted"]}
    deputies = {DUTY_OF[row["setting"]]: _holder(row) for row in rows if row["setting"]}
    held = {duty: _holders(rows, duty) for duty in Duty}
    said = [who_acts(duty, holders, kept_from, deputies) for duty, holders in held.items() if holders]
    return tuple(sentence for sentence in said if sentence)


def _people(day: date, ref: str) -> Select[Any]:
    """The holders of duties and the deputies who may come in on the day, each with whether they are conflicted."""
    user = users.c
    named = and_(settings.c.name.in_(list(DUTY_OF)), settings.c.value == cast(user.id, String))
    holds = or_(user.role.in_(list(ROLES.values())), user.is_safeguarding_lead.is_(True), settings.c.name.is_not(None))
    begun = or_(user.active_from.is_(None), user.active_from <= on(day))
    not_over = or_(user.active_to.is_(None), user.active_to >= on(day))
    joined = users.outerjoin(settings, named).outerjoin(accounts, accounts.c.user_id == user.id)
    return (
        select(user.id, user.display_name, user.role, user.is_safeguarding_lead, settings.c.name.label("setting"))
        .add_columns(or_(_is_about(ref), _stood_aside(ref)).label("is_conflicted"))
        .select_from(joined)
        .where(holds, begun, not_over, accounts.c.disabled_at.is_(None))
        .order_by(user.id)
    )


def _id_of(ref: str) -> ColumnElement[Any]:
    return select(records.c.id).where(records.c.kind == RecordKind.CONCERN, records.c.ref == ref).scalar_subquery()


def _is_about(ref: str) -> ColumnElement[bool]:
    return exists().where(concerns.c.id == _id_of(ref), concerns.c.volunteer_id == users.c.volunteer_id)


def _stood_aside(ref: str) -> ColumnElement[bool]:
    breaches = select(incidents.c.id).where(incidents.c.concern_id == _id_of(ref))
    of_the_matter = or_(shares.c.subject_id == _id_of(ref), shares.c.subject_id.in_(breaches))
    share = and_(shares.c.id == recusals.c.share_id, of_the_matter)
    return exists().where(share, recusals.c.user_id == users.c.id)


def _holders(rows: Iterable[RowMapping], duty: Duty) -> tuple[Holder, ...]:
    """Each once, also where they are deputies for several."""
    return tuple(dict.fromkeys(_holder(row) for row in rows if _holds(row, duty)))


def _holder(row: RowMapping) -> Holder:
    return Holder(row["id"], row["display_name"])


def _holds(row: RowMapping, duty: Duty) -> bool:
    return row["role"] == ROLES[duty] or (duty is Duty.LEAD and bool(row["is_safeguarding_lead"]))
