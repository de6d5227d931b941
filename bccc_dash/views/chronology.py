"""What happened to a concern, in words. Dates and fixed words only: nothing that anybody typed."""

from collections.abc import Callable

from bccc_dash.domain import words
from bccc_dash.domain.case_vocabulary import CaseStatus, ConcernCategory, Source
from bccc_dash.domain.concern_case import Happened, Line
from bccc_dash.domain.concern_duties import Asked
from bccc_dash.domain.labels import label
from bccc_dash.domain.outcome_vocabulary import (
    DecisionKind,
    DecisionStatus,
    DeferralReason,
    DiscussionResponse,
    ReferralBody,
    ReferralOutcome,
    Reliability,
    ShareChannel,
)
from bccc_dash.domain.sight import IN_CONFIDENCE
from bccc_dash.domain.vocabulary import IdentityConfidence
from bccc_dash.views.concern_words import lowered, severity_name

_FOUND = {
    Source.SOCIAL_MEDIA_CHECK: "Found in a social-media check",
    Source.VOLUNTEER: "Reported by another volunteer",
    Source.CHILD_IN_CONFIDENCE: "Told in confidence by a child",
    Source.FAMILY_MEMBER: "Told in confidence by a family",
    Source.COMPLAINT: "Found through a complaint",
    Source.SELF_REPORT: "Reported by the volunteer",
    Source.MEMBER_OF_PUBLIC: "Reported by a member of the public",
    Source.OTHER_AGENCY: "Reported by another agency",
    Source.OTHER: "Found",
}
_STATUS = {
    CaseStatus.OPEN: "Open",
    CaseStatus.DECIDED: "Marked as decided",
    CaseStatus.NOT_THIS_PERSON: "Found to be about somebody else",
}
_BODIES = {
    ReferralBody.LADO: "the LADO",
    ReferralBody.CHILDRENS_SOCIAL_CARE: "children's social care",
    ReferralBody.POLICE: "the police",
    ReferralBody.DBS: "the DBS",
    ReferralBody.CHARITY_COMMISSION: "the Charity Commission",
    ReferralBody.ICO: "the ICO",
    ReferralBody.NACCC: "NACCC",
    ReferralBody.INSURER: "the insurer",
    ReferralBody.OTHER: "another body",
}
_PASSED = {
    Asked.DISCUSSED: "The day for discussing it with the volunteer passed.",
    Asked.ASSESSED: "The day for assessing its source passed.",
    Asked.SHARED: "The day for sharing it with the committee passed.",
}


def chronology(lines: tuple[Line, ...]) -> tuple[tuple[str, str], ...]:
    """Return each line as its day (12 Oct 2026) and its words, in the order given."""
    return tuple((words.uk_short(line.day), _WORDS[line.what](line)) for line in lines)


def left_out(n: int) -> str:
    """Return how many lines before those shown are left out; "" where none is."""
    return f"{words.capital(words.count(n, 'earlier line'))} {words.plural(n, 'is', 'are')} not shown." if n else ""


def put_off(reason: str) -> str:
    """Return why a talk was put off: on safeguarding advice."""
    advice = {
        DeferralReason.SAFEGUARDING_ADVICE: "on safeguarding advice",
        DeferralReason.POLICE_ADVICE: "on police advice",
    }
    return advice.get(DeferralReason(reason), lowered(label(DeferralReason(reason))))


def _found(line: Line) -> str:
    start = "Reported in confidence" if line.word == IN_CONFIDENCE else _FOUND[Source(line.word or "OTHER")]
    return f"{start}, check {line.ref}." if line.ref else f"{start}."


def _offered(line: Line) -> str:
    return f"A talk was put off: {put_off(line.word)}." if line.word else "A talk was offered to the volunteer."


def _held(line: Line) -> str:
    answer = f": {lowered(label(DiscussionResponse(line.word)))}" if line.word else ""
    return f"Discussed with the volunteer{answer}."


def _assessed(line: Line) -> str:
    parts = [lowered(label(Reliability(line.word)))] if line.word else []
    parts += [f"identity {lowered(label(IdentityConfidence(line.second)))}"] if line.second else []
    return f"Source assessed: {', '.join(parts)}." if parts else "Source assessed."


def _shared(line: Line) -> str:
    how = f", {lowered(label(ShareChannel(line.word)))}" if line.word else ""
    meeting = f" (meeting of {words.uk_date(line.other_day)})" if line.other_day else ""
    return f"Shared with the committee{how}{meeting}."


def _considered(line: Line) -> str:
    outcome = f": {lowered(label(ReferralOutcome(line.second)))}" if line.second else ""
    return f"Telling {_body(line)} was considered{outcome}."


def _body(line: Line) -> str:
    return _BODIES[ReferralBody(line.word or "OTHER")]


def _decision(line: Line, outcome: str) -> str:
    about = f", about breach {line.about}" if line.about else ""
    return f"{label(DecisionKind(line.word or 'NO_FURTHER_ACTION'))}: {outcome} ({line.ref}{about})."


def _settled(line: Line) -> str:
    return _decision(line, lowered(label(DecisionStatus(line.second or "RATIFIED"))))


def _set(line: Line) -> str:
    due = f", due by {words.uk_date(line.other_day)}" if line.other_day else ""
    return f"Action {line.ref} was set{due}."


def _status(line: Line) -> str:
    status = CaseStatus(line.word or "OPEN")
    return f"{_STATUS.get(status, label(status))}."


_WORDS: dict[Happened, Callable[[Line], str]] = {
    Happened.FOUND: _found,
    Happened.RECORDED: lambda line: f"Recorded, with {lowered(severity_name(line.word or 'LOW'))} severity.",
    Happened.STATUS: _status,
    Happened.BREACH: lambda line: (
        f"Breach {line.ref} recorded: {lowered(label(ConcernCategory(line.word or 'OTHER')))}."
    ),
    Happened.OFFERED: _offered,
    Happened.HELD: _held,
    Happened.CHALLENGED: lambda _: "The volunteer challenged it.",
    Happened.ASSESSED: _assessed,
    Happened.SHARED: _shared,
    Happened.CONSIDERED: _considered,
    Happened.REFERRED: lambda line: f"Referred to {_body(line)}.",
    Happened.PROPOSED: lambda line: _decision(line, "proposed"),
    Happened.SETTLED: _settled,
    Happened.SET: _set,
    Happened.FELL_DUE: lambda line: f"Action {line.ref} fell due and was not done.",
    Happened.DONE: lambda line: f"Action {line.ref} was done.",
    Happened.DAY_PASSED: lambda line: _PASSED[Asked[line.word or "DISCUSSED"]],
}
