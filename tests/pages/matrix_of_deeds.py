"""Every deed at the records, with what it takes to do it: called once for each person of the matrix."""

import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from typing import Any

from sqlmodel import Session, col, select

from bccc_dash import clock, commands
from bccc_dash.commands import (
    acknowledgements,
    actions,
    applicant,
    applicant_papers,
    checks,
    checks_made,
    concern_moves,
    concern_work,
    concerns,
    consents,
    decisions,
    ratifying,
    referrals,
    requirements,
    reviews,
    stage_moves,
    urgent_suspensions,
)
from bccc_dash.commands.actions import ToDo
from bccc_dash.commands.concern_work import Talk
from bccc_dash.commands.deed import Form
from bccc_dash.domain.access import Capability
from bccc_dash.domain.decision_form import Proposal
from bccc_dash.domain.guidance_rules import Guidance
from bccc_dash.domain.outcome_vocabulary import DecisionKind, RecordKind
from bccc_dash.domain.requirements import RequirementTold
from bccc_dash.domain.review_rules import Answer
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Audience, EndReason, Requirement, RequirementStatus, ReviewOutcome, Stage
from bccc_dash.store.tables import RecordRow
from tests.commands.case_cast import ASSESSED, FOUND
from tests.commands.checking import FACEBOOK, SWORN
from tests.commands.test_consents import CONSENT, ITEM
from tests.commands.test_referrals import NOT_TOLD

C = Capability
NOW = clock.now()
TODAY = clock.in_london(NOW).date()
AHEAD = TODAY + timedelta(days=14)
TOLD = RequirementTold(requirement=Requirement.INTERVIEW, status=RequirementStatus.IN_PROGRESS)
PAPER = Guidance(code="G-POSTS", version="1")
ADVICE = Proposal(kind=DecisionKind.ADVICE_GIVEN, rationale="A word about what is posted.")
SUSPENSION = Proposal(kind=DecisionKind.SUSPEND, rationale="Until more is known.")
ON_A_CONCERN = {"kind": RecordKind.CONCERN}


@dataclass(frozen=True)
class AtRecords:
    """A command, the kind of record that it is about (by the name of the argument), and what else it is told."""

    command: Callable[..., object]
    needs: C
    told: dict[str, Any]
    kind: RecordKind | None = None
    argument: str = "ref"

    def __call__(self, session: Session, by: Person) -> object:
        """Do it at the first record of its kind."""
        about = {} if self.kind is None else {self.argument: _first(session, self.kind)}
        return self.command(session, by=by, form=Form(key="matrix-" * 4, seen=10**9), at=NOW, **about, **self.told)


def _first(session: Session, kind: RecordKind) -> str:
    return session.exec(select(RecordRow.ref).where(RecordRow.kind == kind).order_by(col(RecordRow.id))).first() or ""


V, K, CO, D, A, N = (
    *(RecordKind.VOLUNTEER, RecordKind.CHECK, RecordKind.CONCERN),
    *(RecordKind.DECISION, RecordKind.ACTION, RecordKind.CONSENT),
)
WHY = {"reason": "It is so."}
MOVED = {"moved_on": TODAY}
ALL = (
    AtRecords(applicant.register_applicant, C.KEEP_RECORDS, {"full_name": "A", "role_title": "B", "applied_on": TODAY}),
    AtRecords(applicant.apply_again, C.KEEP_RECORDS, {"applied_on": TODAY}, V),
    AtRecords(applicant_papers.record_notice, C.KEEP_RECORDS, {"version": "1", "given_on": TODAY}, V),
    AtRecords(
        applicant_papers.record_form, C.KEEP_RECORDS, {"version": "1", "signed_on": TODAY, "permission": True}, V
    ),
    AtRecords(applicant_papers.withdraw_permission, C.KEEP_RECORDS, {"withdrawn_on": TODAY}, V),
    AtRecords(requirements.record_requirement, C.KEEP_RECORDS, {"told": TOLD}, V),
    AtRecords(stage_moves.move_stage, C.KEEP_RECORDS, MOVED | {"to": Stage.S1}, V),
    AtRecords(stage_moves.withdraw_application, C.KEEP_RECORDS, MOVED, V),
    AtRecords(stage_moves.turn_down, C.KEEP_RECORDS, MOVED, V),
    AtRecords(stage_moves.end_service, C.KEEP_RECORDS, MOVED | {"end_reason": EndReason.RETIRED}, V),
    AtRecords(checks.plan_check, C.MAKE_CHECKS, {"trigger": "APPLICANT_STAGE_1"}, V, "volunteer_ref"),
    AtRecords(checks.start_check, C.MAKE_CHECKS, {"promise": SWORN}, K),
    AtRecords(checks.authorise_check, C.MAKE_CHECKS, {}, K),
    AtRecords(checks.cancel_check, C.MAKE_CHECKS, WHY, K),
    AtRecords(checks_made.record_search, C.MAKE_CHECKS, {"engines": ["Bing"], "terms": ["A B"]}, K),
    AtRecords(checks_made.record_platforms, C.MAKE_CHECKS, {"found": [FACEBOOK]}, K),
    AtRecords(checks_made.record_promise, C.MAKE_CHECKS, {"promise": SWORN}, K),
    AtRecords(checks_made.record_provenance, C.MAKE_CHECKS, {"provenance": "PUBLIC"}, K),
    AtRecords(checks_made.complete_check, C.MAKE_CHECKS, {"outcome": "NO_CONCERN", "identity": "CONFIRMED"}, K),
    AtRecords(concerns.raise_concern, C.KEEP_CASES, {"found": FOUND}, V, "volunteer_ref"),
    AtRecords(concern_moves.review_concern, C.KEEP_CASES, {}, CO),
    AtRecords(concern_moves.await_committee, C.KEEP_CASES, {}, CO),
    AtRecords(concern_moves.close_concern, C.KEEP_CASES, WHY, CO),
    AtRecords(concern_moves.say_not_this_person, C.KEEP_CASES, {}, CO),
    AtRecords(concern_moves.reopen_concern, C.REOPEN_CASES, WHY, CO),
    AtRecords(concern_work.judge_concern, C.KEEP_CASES, {"threshold": "LOW_LEVEL"}, CO),
    AtRecords(concern_work.assess_source, C.KEEP_CASES, {"found": ASSESSED}, CO),
    AtRecords(concern_work.discuss, C.KEEP_CASES, {"talk": Talk(offered_on=TODAY)}, CO),
    AtRecords(concern_work.share_concern, C.KEEP_CASES, {"shared_on": TODAY, "channel": "MEETING"}, CO),
    AtRecords(decisions.propose_decision, C.PROPOSE_DECISIONS, ON_A_CONCERN | {"proposal": ADVICE}, CO),
    AtRecords(decisions.withdraw_decision, C.PROPOSE_DECISIONS, {}, D),
    AtRecords(decisions.reject_decision, C.RATIFY_DECISIONS, {}, D),
    AtRecords(decisions.end_lapsed_suspension, C.RATIFY_DECISIONS, {}, D),
    AtRecords(ratifying.ratify_decision, C.RATIFY_DECISIONS, {}, D),
    AtRecords(urgent_suspensions.suspend_at_once, C.SUSPEND_AT_ONCE, ON_A_CONCERN | {"proposal": SUSPENSION}, CO),
    AtRecords(reviews.plan_review, C.KEEP_RECORDS, {"due_on": AHEAD}, V),
    AtRecords(reviews.note_reminder, C.KEEP_RECORDS, {"sent_on": TODAY}, V),
    AtRecords(reviews.answer_review, C.KEEP_RECORDS, {"answer": Answer(on=TODAY, outcome=ReviewOutcome.DECLINED)}, V),
    AtRecords(actions.open_action, C.KEEP_CASES, {"todo": ToDo(title="Ring", owner_id=1, due_on=AHEAD)}, CO, "about"),
    AtRecords(actions.redate_action, C.KEEP_CASES, {"due_on": AHEAD}, A),
    AtRecords(actions.finish_action, C.KEEP_CASES, {"done_on": TODAY}, A),
    AtRecords(actions.cancel_action, C.KEEP_CASES, WHY, A),
    AtRecords(referrals.consider_referral, C.KEEP_CASES, {"considered": NOT_TOLD}, CO, "about"),
    AtRecords(consents.keep_consent, C.KEEP_RECORDS, {"consent": CONSENT, "item": ITEM}),
    AtRecords(consents.withdraw_consent, C.KEEP_RECORDS, {"withdrawn_on": TODAY}, N),
    AtRecords(acknowledgements.give_guidance, C.KEEP_RECORDS, {"guidance": PAPER, "given_on": TODAY}, V),
    AtRecords(acknowledgements.acknowledge_guidance, C.KEEP_RECORDS, {"guidance": PAPER, "acknowledged_on": TODAY}, V),
    AtRecords(
        acknowledgements.count_told,
        C.KEEP_RECORDS,
        {"audience": Audience.FAMILY, "guidance": PAPER, "given_on": TODAY, "count": 3},
    ),
)
OF_DEEDS = {one.command.__name__: one for one in ALL}


def deeds_of_the_product() -> set[str]:
    """The names of all commands that a form is sent to."""
    modules = [import_module(f"bccc_dash.commands.{found.name}") for found in pkgutil.iter_modules(commands.__path__)]
    made = [one for module in modules for one in vars(module).values() if inspect.isfunction(one)]
    own = [one for one in made if one.__module__.startswith("bccc_dash.commands.") and not one.__name__.startswith("_")]
    return {one.__name__ for one in own if {"by", "form", "at"} <= set(inspect.signature(one).parameters)}
