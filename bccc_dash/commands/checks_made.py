"""What was done and found in a social media check is recorded, and the check completed: never what was seen.

Wants a session of `store.engine.writing`. Source: P15, P20, P21, P23, P24, P65.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, delete

from bccc_dash.commands.checks import changed, found_check
from bccc_dash.commands.deed import Deed, Done, Form
from bccc_dash.domain.check_facts import MonitoringBasis, Promise
from bccc_dash.domain.check_fields import Platform, months_back, platforms, several
from bccc_dash.domain.check_results import check_can_complete_check, check_can_use_private
from bccc_dash.domain.check_rules import check_can_carry_on, kept_promise
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.fields import check_word
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import CheckOutcome, CheckStatus, IdentityConfidence, Provenance
from bccc_dash.queries.check_found import checker_of, state_of
from bccc_dash.store.tables import CheckPlatformRow, CheckRow


def record_search(
    session: Session,
    *,
    by: Person,
    form: Form,
    at: datetime,
    ref: str,
    engines: Sequence[str],
    terms: Sequence[str],
    look_back_months: int | None = None,
) -> Done:
    """Record which search engines were asked, what was typed in, and how far back the search went.

    Raises: Refused (a field will not do, may not, changed meanwhile, or `CARRYING_ON_A_CHECK`).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    asked, typed = several("Search engines", engines), several("Search terms", terms)
    months = months_back(look_back_months)
    row = _carried_on(deed, ref)
    row.search_engines, row.search_terms, row.look_back_months = asked, typed, months
    return changed(deed, row, ref, "search_engines", "search_terms", "look_back_months")


def record_platforms(
    session: Session, *, by: Person, form: Form, at: datetime, ref: str, found: Sequence[Platform]
) -> Done:
    """Record the platforms that were looked for, and what came of each, in place of those recorded before.

    Raises: Refused (a field will not do, may not, changed meanwhile, or `CARRYING_ON_A_CHECK`).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    known = platforms(found)
    row = _carried_on(deed, ref)
    session.exec(delete(CheckPlatformRow).where(col(CheckPlatformRow.check_id) == row.id))
    session.add_all(
        CheckPlatformRow(check_id=row.id, platform=one.name, platform_other=one.other or None, result=one.result)
        for one in known
    )
    return changed(deed, row, ref, "check_platforms")


def record_promise(session: Session, *, by: Person, form: Form, at: datetime, ref: str, promise: Promise) -> Done:
    """Record the three confirmations of a check that came by workbook without them.

    Raises: Refused (may not, changed meanwhile, one is missing, or `CARRYING_ON_A_CHECK`).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    row = _carried_on(deed, ref)
    for missing in kept_promise(promise):
        raise Refused(missing.sentence, clause=missing.clause)
    row.own_account_attested, row.public_domain_attested, row.no_password_attested = True, True, True
    return changed(deed, row, ref, "own_account_attested", "public_domain_attested", "no_password_attested")


def record_provenance(
    session: Session, *, by: Person, form: Form, at: datetime, ref: str, provenance: str, basis: str = ""
) -> Done:
    """Record whether all was in public view. A private communication needs its basis, and the chair's leave anew.

    Raises: Refused (a field will not do, may not, changed meanwhile, or `CARRYING_ON_A_CHECK`).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    source = check_word("Where it came from", provenance, Provenance)
    private = source is Provenance.PRIVATE_COMMUNICATION
    lawful = check_word("Basis", basis, MonitoringBasis) if private and basis else None
    check_can_use_private(provenance=source, basis=lawful, is_authorised=True)
    row = _carried_on(deed, ref)
    if private and (row.provenance, row.monitoring_basis) != (source, lawful):
        row.authorised_by_id = None
    row.provenance, row.monitoring_basis = source, lawful
    return changed(deed, row, ref, "provenance", "monitoring_basis", "authorised_by")


def complete_check(
    session: Session, *, by: Person, form: Form, at: datetime, ref: str, outcome: str, identity: str = ""
) -> Done:
    """Complete a check today, with how sure it is that this is the person, and the outcome.

    Raises: Refused (a field will not do, may not, changed meanwhile, or `COMPLETING_A_CHECK`).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    result = check_word("Outcome", outcome, CheckOutcome)
    sure = check_word("How sure it is the person", identity, IdentityConfidence) if identity else None
    row = found_check(deed, ref)
    checker, state = checker_of(session, by, row.volunteer_id), state_of(session, row, day=deed.today)
    check_can_complete_check(checker=checker, state=state, outcome=result, identity=sure, today=deed.today)
    row.status, row.completed_on = CheckStatus.COMPLETED, deed.today
    row.outcome, row.identity_confidence = result, sure
    return changed(deed, row, ref, "status", "completed_on", "outcome", "identity_confidence")


def _carried_on(deed: Deed, ref: str) -> CheckRow:
    """The check, which this person makes and which is in progress."""
    row = found_check(deed, ref)
    checker = checker_of(deed.session, deed.by, row.volunteer_id)
    check_can_carry_on(checker=checker, state=state_of(deed.session, row, day=deed.today))
    return row
