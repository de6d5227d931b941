"""A concern is raised, with its check where it comes from one. Nothing about who told the centre is asked or kept.

Source: P25, P26, P27, P28, P54.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from bccc_dash.commands.deed import NOT_THERE, Change, Deed, Done, Form
from bccc_dash.domain import case_vocabulary as case
from bccc_dash.domain.access import Capability, check_may
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.concern_raising import check_can_raise_concern
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.fields import check_day, check_note, check_text, check_word
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.viewer import Matter, Person
from bccc_dash.queries.case_facts import check_behind
from bccc_dash.queries.record_found import record_found
from bccc_dash.store.tables import CaseEventRow, CheckRow, ConcernRow, RecordRow

FIELDS = ("source", "identified_on", "category", "severity", "summary")
PLATFORM_LETTERS = 80


@dataclass(frozen=True, kw_only=True)
class FoundMaterial:
    """What a form says of the material: how it was found, what it is, whom it touches. No words about who told it."""

    source: str
    identified_on: date
    category: str
    severity: str
    summary: str
    material: str
    expression: str
    published_by: str
    content_scope: str
    platform: str | None = None
    child_impact: str = case.ChildImpact.NONE
    affected: tuple[str, ...] = ()
    involves_views: bool = False
    check_ref: str | None = None


def raise_concern(
    session: Session, *, by: Person, form: Form, at: datetime, volunteer_ref: str, found: FoundMaterial
) -> Done:
    """Keep a new concern about this volunteer, open from today on, and return its reference.

    Whoever made the check may raise what it showed; anything else is raised by those who keep cases.

    Raises: Refused.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    fields = _checked(found, deed.today)
    volunteer_id = _may_raise(session, by, volunteer_ref, found)
    _check_rules(session, found, volunteer_id)
    number, ref = deed.new(RecordKind.CONCERN)
    check = _check_row(session, found.check_ref)
    session.add(
        ConcernRow(
            id=number,
            volunteer_id=volunteer_id,
            check_id=check.id if check else None,
            recorded_on=deed.today,
            status=case.ConcernStatus.OPEN,
            threshold=case.Threshold.NOT_ASSESSED,
            **fields,
        )
    )
    session.flush()
    opened = case.CaseStatus.OPEN
    session.add(CaseEventRow(subject_id=number, to_status=opened, occurred_on=deed.today, by_id=by.user_id))
    return deed.end(
        ref,
        Change("concerns", number, RecordDeed.CREATE, FIELDS),
        volunteer_ids=[volunteer_id],
        case_ids=[number],
    )


def _check_rules(session: Session, found: FoundMaterial, volunteer_id: int) -> None:
    behind = check_behind(session, found.check_ref, volunteer_id) if found.check_ref else None
    if found.check_ref and behind is None:
        raise Refused("Check: there is none of this reference; give the reference of the check.")
    check_can_raise_concern(
        category=case.ConcernCategory(found.category),
        severity=case.Severity(found.severity),
        source=case.Source(found.source),
        check=behind,
        identified_on=found.identified_on,
    )


def _checked(found: FoundMaterial, today: date) -> dict[str, Any]:
    affected = {check_word("Affected", one, case.AffectedParty) for one in found.affected}
    return {
        "source": check_word("Source", found.source, case.Source),
        "identified_on": check_day("Found on", found.identified_on, today=today),
        "category": check_word("Category", found.category, case.ConcernCategory),
        "severity": check_word("Severity", found.severity, case.Severity),
        "summary": check_note("Summary", found.summary),
        "material": check_word("Material", found.material, case.Material),
        "expression": check_word("Expression", found.expression, case.Expression),
        "published_by": check_word("Published by", found.published_by, case.PublishedBy),
        "content_scope": check_word("Content", found.content_scope, case.ContentScope),
        "platform": check_text("Platform", found.platform, letters=PLATFORM_LETTERS, optional=True),
        "child_impact": check_word("Effect on a child", found.child_impact, case.ChildImpact),
        "affected_parties": "; ".join(one for one in case.AffectedParty if one in affected) or None,
        "involves_views_or_opinions": found.involves_views,
    }


def _may_raise(session: Session, by: Person, volunteer_ref: str, found: FoundMaterial) -> int:
    """Return the volunteer's number. Refused alike where there is no such volunteer and where one may not."""
    there = record_found(session, volunteer_ref)
    check = _check_row(session, found.check_ref)
    own = check is not None and check.checker_id == by.user_id
    capability = Capability.MAKE_CHECKS if own else Capability.KEEP_CASES
    if there is None or there.kind is not RecordKind.VOLUNTEER:
        raise Refused(NOT_THERE.format(doing=capability.value))
    check_may(by, capability, matter=Matter(volunteer_id=there.record_id))
    return there.record_id


def _check_row(session: Session, ref: str | None) -> CheckRow | None:
    if not ref:
        return None
    asked = select(CheckRow).join(RecordRow, col(RecordRow.id) == CheckRow.id)
    return session.exec(asked.where(RecordRow.ref == ref.upper())).first()
