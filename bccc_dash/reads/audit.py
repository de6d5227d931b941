"""What the page "Who did what" asks. Each read looks itself whether the person whom it is given may see the audit."""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from bccc_dash import clock
from bccc_dash.domain.access import Capability, check_may
from bccc_dash.domain.audit_event import AuditEvent
from bccc_dash.domain.audit_list import Audit, Chain
from bccc_dash.domain.period import Period
from bccc_dash.domain.viewer import Person
from bccc_dash.queries import audit_list
from bccc_dash.store import audit as chain_of


def audit(session: Session, period: Period, ref: str, at: datetime, *, person: Person) -> Audit:  # noqa: ARG001  # part of what is asked only
    """What there is to choose from in the window, of all or of one record.

    `at` is part of what was asked, and nothing else: a view adds to the audit and leaves the records as they are, so a
    kept answer must not outlive the moment. Raises: Refused.
    """
    check_may(person, Capability.SEE_AUDIT)
    about = audit_list.written(session, ref) if ref else ""
    tallies, last_id = audit_list.tallies(session, period, ref=about)
    return Audit(tallies, audit_list.names(session), last_id, about)


def audit_events(
    session: Session, period: Period, who: str, kind: str, ref: str, last_id: int, page: int, *, person: Person
) -> tuple[AuditEvent, ...]:
    """One part of the list; see queries/audit_list.events. Raises: Refused."""
    check_may(person, Capability.SEE_AUDIT)
    return audit_list.events(session, period, who=who, kind=kind, ref=ref, last_id=last_id, page=page)


def audit_chain(session: Session, person: Person, advance: Callable[[int, int], None]) -> Chain:
    """What a look at every row of the audit finds; `advance` is told, as it goes, how many of how many are done.

    Raises: Refused.
    """
    check_may(person, Capability.SEE_AUDIT)
    rows = chain_of.length(session)
    broken = chain_of.verify_chain(session, advance=lambda done: advance(done, rows))
    return Chain(clock.in_london(clock.now()), rows, broken, chain_of.head(session))
