"""One read for each page: the questions that it needs, put together. Each is kept by its name and what was asked."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from sqlmodel import Session

from bccc_dash.domain.period import Period
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
    CONTACTS = "safeguarding contacts"
    SETTINGS = "settings"


READS: dict[Read, Callable[..., Any]] = {
    Read.CENTRE: centre,
    Read.OVERVIEW: overview,
    Read.WORKBENCH: workbench,
    Read.CONCERN_LIST: concern_list,
    Read.CONCERN: opened_concern,
    Read.VETTING: vetting,
    Read.APPLICANTS: applicants,
    Read.APPLICANT: applicant,
    Read.BREACHES: breaches,
    Read.BREACH_LISTS: lists_of_breaches,
    Read.QUALITY: quality,
    Read.FINDINGS: findings,
    Read.METHOD: method,
    Read.REVIEWS: reviews,
    Read.REVIEW_LISTS: lists_of_reviews,
    Read.CONTACTS: contacts,
    Read.SETTINGS: centre_settings,
}
"""Each takes (session, period, *what was chosen on the page); every choice must be hashable."""


def read(name: Read, session: Session, period: Period, *choices: Any) -> Any:
    """What a read finds."""
    return READS[name](session, period, *choices)
