"""Where an applicant may go from each stage, what kind of move that is, and what it makes of the approval."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from bccc_dash.domain.vocabulary import APPROVED, ApprovalStatus, EndReason, Stage

IN_ORDER = (Stage.S0, Stage.S1, Stage.S2, Stage.S3, Stage.S4, Stage.S5, Stage.S6)
APPLICATION_ENDS = (Stage.WITHDRAWN, Stage.NOT_APPOINTED)
ENDS = (*APPLICATION_ENDS, Stage.LEFT)
"""Who stands here has no application and does no service; only a new application leads on."""

APPROVAL_OVER = (ApprovalStatus.REFUSED, ApprovalStatus.WITHDRAWN, ApprovalStatus.ENDED)
BEFORE_ASSESSMENT = (None, ApprovalStatus.NOT_YET_ASSESSED, *APPROVAL_OVER)


class MoveKind(StrEnum):
    """What a move is."""

    FORWARD = "FORWARD"
    BACK = "BACK"
    END = "END"
    ANEW = "ANEW"


def _moves() -> dict[Stage, frozenset[Stage]]:
    """The next stage, any stage before, and an end; from an end, a new application."""
    moves = {
        stage: frozenset({*IN_ORDER[:place], *IN_ORDER[place + 1 : place + 2], *APPLICATION_ENDS})
        for place, stage in enumerate(IN_ORDER)
    }
    moves[Stage.S6] = frozenset({*IN_ORDER[:-1], Stage.LEFT})
    return moves | {end: frozenset({Stage.S0}) for end in ENDS}


STAGE_MOVES: Mapping[Stage, frozenset[Stage]] = MappingProxyType(_moves())

LEAVING_REASONS = (
    EndReason.RESIGNED,
    EndReason.RESIGNED_DURING_CONCERN,
    EndReason.REMOVED,
    EndReason.RETIRED,
    EndReason.OTHER,
)
"""Why a volunteer's service ends; an application ends by itself as withdrawn or not appointed."""

END_REASONS: Mapping[Stage, tuple[EndReason, ...]] = MappingProxyType(
    {
        Stage.WITHDRAWN: (EndReason.WITHDREW,),
        Stage.NOT_APPOINTED: (EndReason.NOT_APPOINTED,),
        Stage.LEFT: LEAVING_REASONS,
    }
)


def kind_of_move(start: Stage, to: Stage) -> MoveKind:
    """Return what a move is, be it allowed or not."""
    if to in ENDS:
        return MoveKind.END
    if start in ENDS:
        return MoveKind.ANEW
    return MoveKind.FORWARD if IN_ORDER.index(to) > IN_ORDER.index(start) else MoveKind.BACK


def approval_after(to: Stage, before: ApprovalStatus | None) -> ApprovalStatus | None:
    """Return the approval that a move to this stage brings without a decision; None where it stays as it is.

    Source: P1.
    """
    if to is Stage.S0 and before is None:
        return ApprovalStatus.NOT_YET_ASSESSED
    if to is Stage.S1 and before in BEFORE_ASSESSMENT:
        return ApprovalStatus.IN_ASSESSMENT
    if to in ENDS and before not in APPROVAL_OVER:
        return ApprovalStatus.ENDED
    return None


def is_approved(status: ApprovalStatus | None) -> bool:
    """Return whether somebody with this approval may become active."""
    return status in APPROVED
