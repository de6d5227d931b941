"""One read for each page: the questions that it needs, put together. Each is kept by its name and what was asked."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlmodel import Session

from bccc_dash.domain.access import Capability, check_may
from bccc_dash.domain.period import Period
from bccc_dash.domain.viewer import Person
from bccc_dash.reads.audit import audit, audit_events
from bccc_dash.reads.breaches import breaches, lists_of_breaches
from bccc_dash.reads.centre import centre
from bccc_dash.reads.centre_settings import centre_settings, contacts
from bccc_dash.reads.concerns import concern_list, opened_concern, workbench
from bccc_dash.reads.method import method
from bccc_dash.reads.overview import overview
from bccc_dash.reads.quality import findings, quality
from bccc_dash.reads.reviews import lists_of_reviews, reviews
from bccc_dash.reads.vetting import applicant, applicants, vetting


class Read(StrEnum):
    """The reads that are kept, by name."""

    CENTRE = "centre"
    OVERVIEW = "overview"
    WORKBENCH = "workbench"
    CONCERN_LIST = "concern list"
    CONCERN = "concern"
    VETTING = "vetting"
    APPLICANTS = "applicants"
    APPLICANT = "applicant"
    BREACHES = "breaches"
    BREACH_LISTS = "lists of breaches"
    QUALITY = "data quality"
    FINDINGS = "findings"
    METHOD = "method"
    REVIEWS = "privacy reviews"
    REVIEW_LISTS = "lists of privacy reviews"
    AUDIT = "audit"
    AUDIT_EVENTS = "events of the audit"
    CONTACTS = "safeguarding contacts"
    SETTINGS = "settings"


@dataclass(frozen=True)
class Question:
    """How a read is answered, what it takes to ask, and whether the answer depends on more of the person than that."""

    ask: Callable[..., Any]
    needs: Capability = Capability.SEE_LISTS
    is_personal: bool = False


READS: dict[Read, Question] = {
    Read.CENTRE: Question(centre, Capability.SEE_FIGURES),
    Read.OVERVIEW: Question(overview, Capability.SEE_FIGURES),
    Read.WORKBENCH: Question(workbench),
    Read.CONCERN_LIST: Question(concern_list),
    Read.CONCERN: Question(opened_concern, is_personal=True),
    Read.VETTING: Question(vetting),
    Read.APPLICANTS: Question(applicants),
    Read.APPLICANT: Question(applicant),
    Read.BREACHES: Question(breaches),
    Read.BREACH_LISTS: Question(lists_of_breaches),
    Read.QUALITY: Question(quality),
    Read.FINDINGS: Question(findings),
    Read.METHOD: Question(method, Capability.SEE_FIGURES),
    Read.REVIEWS: Question(reviews),
    Read.REVIEW_LISTS: Question(lists_of_reviews),
    Read.AUDIT: Question(audit, Capability.SEE_AUDIT, is_personal=True),
    Read.AUDIT_EVENTS: Question(audit_events, Capability.SEE_AUDIT, is_personal=True),
    Read.CONTACTS: Question(contacts, Capability.SEE_FIGURES),
    Read.SETTINGS: Question(centre_settings, Capability.CHANGE_SETTINGS),
}
"""Each takes (session, period, *what was chosen on the page); every choice must be hashable."""


def read(name: Read, session: Session, period: Period, *choices: Any, person: Person) -> Any:
    """What a read finds for this person.

    Raises: Refused where it is not for them.
    """
    question = READS[name]
    check_may(person, question.needs)
    personal = {"person": person} if question.is_personal else {}
    return question.ask(session, period, *choices, **personal)
