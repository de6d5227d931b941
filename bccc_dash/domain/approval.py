"""How a volunteer's approval may change, and which decision changes it to what. Source: P1, P56, P57."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.outcome_vocabulary import DecisionKind
from bccc_dash.domain.vocabulary import ApprovalStatus
from bccc_dash.domain.words import uk_date

_ON_A_NEW_APPLICATION = frozenset({ApprovalStatus.IN_ASSESSMENT})
APPROVAL_MOVES: Mapping[ApprovalStatus, frozenset[ApprovalStatus]] = MappingProxyType(
    {
        ApprovalStatus.NOT_YET_ASSESSED: frozenset({ApprovalStatus.IN_ASSESSMENT, ApprovalStatus.ENDED}),
        ApprovalStatus.IN_ASSESSMENT: frozenset(
            {
                ApprovalStatus.APPROVED,
                ApprovalStatus.APPROVED_WITH_CONDITIONS,
                ApprovalStatus.REFUSED,
                ApprovalStatus.ENDED,
            }
        ),
        ApprovalStatus.APPROVED: frozenset(
            {
                ApprovalStatus.APPROVED_WITH_CONDITIONS,
                ApprovalStatus.SUSPENDED,
                ApprovalStatus.WITHDRAWN,
                ApprovalStatus.ENDED,
            }
        ),
        ApprovalStatus.APPROVED_WITH_CONDITIONS: frozenset(
            {ApprovalStatus.APPROVED, ApprovalStatus.SUSPENDED, ApprovalStatus.WITHDRAWN, ApprovalStatus.ENDED}
        ),
        ApprovalStatus.SUSPENDED: frozenset(
            {
                ApprovalStatus.APPROVED,
                ApprovalStatus.APPROVED_WITH_CONDITIONS,
                ApprovalStatus.WITHDRAWN,
                ApprovalStatus.ENDED,
            }
        ),
        ApprovalStatus.REFUSED: _ON_A_NEW_APPLICATION,
        ApprovalStatus.WITHDRAWN: _ON_A_NEW_APPLICATION,
        ApprovalStatus.ENDED: _ON_A_NEW_APPLICATION,
    }
)
"""From each status, those to which it may change. From the last three, only by a new application."""

ADVERSE = frozenset(
    {
        DecisionKind.CONDITIONS,
        DecisionKind.SUSPEND,
        DecisionKind.REFUSE,
        DecisionKind.WITHDRAW_APPROVAL,
        DecisionKind.END_SERVICE,
    }
)
"""The decisions that go against the volunteer."""

_TO: Mapping[DecisionKind, ApprovalStatus] = MappingProxyType(
    {
        DecisionKind.APPROVE: ApprovalStatus.APPROVED,
        DecisionKind.CONDITIONS: ApprovalStatus.APPROVED_WITH_CONDITIONS,
        DecisionKind.SUSPEND: ApprovalStatus.SUSPENDED,
        DecisionKind.REFUSE: ApprovalStatus.REFUSED,
        DecisionKind.WITHDRAW_APPROVAL: ApprovalStatus.WITHDRAWN,
        DecisionKind.END_SERVICE: ApprovalStatus.ENDED,
    }
)

_WORDS: Mapping[ApprovalStatus, str] = MappingProxyType(
    {
        ApprovalStatus.NOT_YET_ASSESSED: "not yet assessed",
        ApprovalStatus.IN_ASSESSMENT: "in assessment",
        ApprovalStatus.APPROVED: "approved",
        ApprovalStatus.APPROVED_WITH_CONDITIONS: "approved with conditions",
        ApprovalStatus.SUSPENDED: "suspended",
        ApprovalStatus.REFUSED: "refused",
        ApprovalStatus.WITHDRAWN: "without approval, which was withdrawn",
        ApprovalStatus.ENDED: "no longer in service",
    }
)


@dataclass(frozen=True, kw_only=True)
class ApprovalFacts:
    """Where a volunteer's approval stands after the latest event, since when, and what it was before a suspension.

    Bounds: `status` and `since` are None where nothing is recorded; `before` is None where it is not suspended, or not
    known.
    """

    status: ApprovalStatus | None
    since: date | None = None
    before: ApprovalStatus | None = None


def status_after(kind: DecisionKind, facts: ApprovalFacts) -> ApprovalStatus | None:
    """Return the approval that a decision of this kind leads to; None where it leaves it alone, or none is known."""
    return facts.before if kind is DecisionKind.REINSTATE else _TO.get(kind)


def changes_approval(kind: DecisionKind) -> bool:
    """Return whether a decision of this kind changes approval."""
    return kind is DecisionKind.REINSTATE or kind in _TO


def _changing_approval(*, kind: DecisionKind, facts: ApprovalFacts, day: date) -> Iterator[Obstacle]:
    """A decision changes approval only along the table, and never before the day of the change before it."""
    if not changes_approval(kind):
        return
    if facts.status is None or facts.since is None:
        yield Obstacle("No approval status is recorded of this volunteer. Record the application first.", "P1", "stage")
        return
    to = status_after(kind, facts)
    if kind is DecisionKind.REINSTATE and facts.status is not ApprovalStatus.SUSPENDED:
        yield Obstacle(
            f"Only somebody who is suspended can be reinstated; this volunteer is {_WORDS[facts.status]}.", "P56"
        )
    elif to is None:
        yield Obstacle(
            "It is not known how approval stood before the suspension. Approve the volunteer, or set conditions.", "P56"
        )
    elif to not in APPROVAL_MOVES[facts.status]:
        yield Obstacle(
            f"This volunteer is {_WORDS[facts.status]}, and cannot become {_WORDS[to]} by a decision."
            " Choose another decision.",
            "P56",
        )
    if day < facts.since:
        yield Obstacle(f"Approval last changed on {uk_date(facts.since)}. Decide for that day or a later one.", "P56")


CHANGING_APPROVAL = Guard(_changing_approval, "P1", "P56")
check_can_change_approval, can_change_approval = CHANGING_APPROVAL.check, CHANGING_APPROVAL.holds
