"""What is wrong with a record, in one sentence: its reference, dates and codes, never a name or free text."""

from collections.abc import Callable
from datetime import date

from bccc_dash.domain.finding import (
    CheckFacts,
    DecisionFacts,
    Finding,
    MilestoneFacts,
    PersonFacts,
)
from bccc_dash.domain.labels import label
from bccc_dash.domain.rule import Kind
from bccc_dash.domain.vocabulary import ApprovalStatus, CheckOutcome, CheckTrigger, Role
from bccc_dash.domain.words import listed, uk_date
from bccc_dash.views.case_findings import case_finding

NO_DAY = "no day on record"


def sentence(finding: Finding) -> str:
    """Return what is wrong with one record."""
    match finding.facts:
        case CheckFacts() as check:
            return CHECKS[finding.rule](finding.ref, check)
        case DecisionFacts() as decision:
            return DECISIONS[finding.rule](_decision(finding.ref, decision), decision)
        case PersonFacts() as person:
            return _person(finding, person)
        case MilestoneFacts() as milestone:
            return _milestone(finding, milestone)
        case case:
            return case_finding(finding, case)


def _day(day: date | None) -> str:
    return uk_date(day) if day else NO_DAY


def _incomplete(ref: str, check: CheckFacts) -> str:
    wanting = {
        f"a checker who may check (recorded: {label(Role(check.role))})": check.may_check,
        "the word that an own account was used": check.own_account,
        "the word that only public content was seen": check.public_domain,
        "the word that no password was asked for": check.no_password,
        "a platform": check.has_platform,
        "a search engine": check.has_engine,
        "an outcome": check.outcome is not None,
    }
    lacks = listed([what for what, there in wanting.items() if not there])
    return f"Check {ref}, completed ({_day(check.completed_on)}), lacks {lacks}."


def _too_early(ref: str, check: CheckFacts) -> str:
    def late(day: date | None) -> bool:
        return day is None or check.started_on is None or day > check.started_on

    before = [
        *([f"the form was signed ({_day(check.form_signed_on)})"] if late(check.form_signed_on) else []),
        *(
            [f"the notice about internet use was given ({_day(check.notice_given_on)})"]
            if late(check.notice_given_on)
            else []
        ),
    ]
    without = "though the form gave no permission to search" if not check.permission else ""
    early = f"before {listed(before)}" if before else ""
    return f"Check {ref} was started on {_day(check.started_on)}, {', and '.join(filter(None, (without, early)))}."


def _private(ref: str, check: CheckFacts) -> str:
    lacks = [
        *(["a lawful basis on record"] if not check.has_basis else []),
        *(["the authority of somebody other than the checker"] if not check.by_other else []),
    ]
    return f"Check {ref} used a private communication without {listed(lacks)}."


def _out_of_stage(ref: str, check: CheckFacts) -> str:
    if check.trigger == CheckTrigger.APPLICANT_STAGE_1:
        return f"Check {ref} on an applicant was started on {_day(check.started_on)}, outside Stage 1."
    return f"Check {ref} ({label(CheckTrigger(check.trigger)).lower()}) has no reason on record."


def _mismatch(ref: str, check: CheckFacts) -> str:
    if check.outcome == CheckOutcome.CONCERN_RAISED:
        return f"Check {ref} raised a concern, and no concern names it."
    outcome = (
        f"whose outcome is \u201c{label(CheckOutcome(check.outcome))}\u201d" if check.outcome else "without outcome"
    )
    return f"A concern names check {ref}, {outcome}."


def _after_exit(ref: str, check: CheckFacts) -> str:
    left = f", {uk_date(check.left_stage_1_on)}" if check.left_stage_1_on else ""
    return f"Check {ref} was completed on {_day(check.completed_on)}, after the applicant had moved on{left}."


def _own_check(ref: str, _: CheckFacts) -> str:
    return f"Check {ref} was made by the person whom it is about."


CHECKS: dict[str, Callable[[str, CheckFacts], str]] = {
    "I6": _own_check,
    "I3": _too_early,
    "I2": _incomplete,
    "I18": _private,
    "I4": _out_of_stage,
    "CHECK_AFTER_EXIT": _after_exit,
    "I5": _mismatch,
}


def _decision(ref: str, decision: DecisionFacts) -> str:
    return f"Decision {ref} of {uk_date(decision.decided_on)} about {decision.about}"


def _own_decision(start: str, decision: DecisionFacts) -> str:
    deeds = {"proposed": decision.proposed_own, "decided": decision.decided_own}
    return f"{start} was {listed([deed for deed, own in deeds.items() if own])} by the person whom it is about."


def _two_eyes(start: str, decision: DecisionFacts) -> str:
    adverse = decision.is_adverse
    faults = {
        "nobody is on record as proposing it": adverse and not decision.has_proposer,
        "nobody is on record as deciding it": not decision.has_decider,
        "one person proposed and decided it": adverse and decision.one_person,
        "somebody who had stood aside took part": decision.stood_aside,
        "the decider is not on the Management Committee": decision.has_decider and not decision.by_committee,
    }
    return f"{start}: {listed([what for what, wrong in faults.items() if wrong])}."


def _unassessed(start: str, _: DecisionFacts) -> str:
    return f"{start}: no source behind it was assessed, or the latest assessment doubts that it is this person."


def _belief(start: str, decision: DecisionFacts) -> str:
    if not decision.about_conduct:
        return f"{start} rests on views, and does not record that its reason is conduct, not belief."
    return f"{start} rests on views, and the objection on record is not to conduct or manner of expression."


def _unheard(start: str, _: DecisionFacts) -> str:
    return f"{start}: no discussion was offered before it, and none was put off with a note."


DECISIONS: dict[str, Callable[[str, DecisionFacts], str]] = {
    "I6": _own_decision,
    "I7": _two_eyes,
    "I8": _unassessed,
    "I9": _belief,
    "I10": _unheard,
}


def _person(finding: Finding, person: PersonFacts) -> str:
    if finding.rule == "NO_STAGE":
        return f"Volunteer {finding.ref} applied on {uk_date(person.applied_on)} and stands at no stage."
    status = f"\u201c{label(ApprovalStatus(person.approval))}\u201d" if person.approval else "not on record"
    return f"Volunteer {finding.ref} is at the Active stage ({_day(person.active_since)}); the approval is {status}."


def _milestone(finding: Finding, row: MilestoneFacts) -> str:
    earlier, later = _day(row.earlier), _day(row.later)
    if finding.kind is Kind.ASSESSMENT:
        return f"The source assessment of {row.about} on {later} was made by the person whom the case is about."
    if finding.kind is Kind.DISCUSSION:
        return f"The discussion of {row.about} was held on {later}, before it was offered ({earlier})."
    return f"{row.about} was shared with the committee on {later}, before it was found ({earlier})."
