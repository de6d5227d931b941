"""What the pages "Settings" and "Safeguarding contacts" ask. Neither depends on the chosen day."""

from sqlmodel import Session

from bccc_dash import clock
from bccc_dash.domain.centre_settings import CentreSettings
from bccc_dash.domain.contacts import Contact
from bccc_dash.domain.period import Period
from bccc_dash.queries import centre_settings as queries


def centre_settings(session: Session, _: Period) -> CentreSettings:
    """What is set today, and how it came to be."""
    return queries.centre_settings(session, clock.today())


def contacts(session: Session, _: Period) -> tuple[Contact, ...]:
    """Whom to ring today."""
    return queries.contacts(session)
