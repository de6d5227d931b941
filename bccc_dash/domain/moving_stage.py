"""The rules before any move of a person from stage to stage, and before a person leaves."""

from collections.abc import Iterator
from datetime import date

from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.labels import label
from bccc_dash.domain.moving_on import (
    BECOMING_ACTIVE,
    LEAVING_ENQUIRY,
    LEAVING_STAGE_1,
    MEETING_REQUIREMENTS,
    ApplicationFacts,
)
from bccc_dash.domain.stage_moves import (
    APPROVAL_OVER,
    END_REASONS,
    ENDS,
    STAGE_MOVES,
    MoveKind,
    approval_after,
    kind_of_move,
)
from bccc_dash.domain.vocabulary import EndReason, Stage
from bccc_dash.domain.words import uk_date

NO_STAGE = "No stage is on record for this person. Record an application first."


def _moving_stage(*, facts: ApplicationFacts, to: Stage, moved_on: date, reason: str | None) -> Iterator[Obstacle]:
    """A move follows the table, stands after the moves before it, has a reason where it leads back, and what the
    next stage asks for is there."""
    if facts.stage is None:
        yield Obstacle(NO_STAGE, "", "apply")
        return
    if to not in STAGE_MOVES[facts.stage]:
        yield Obstacle(f"Nobody moves from “{label(facts.stage)}” to “{label(to)}”. {_instead(facts.stage)}")
        return
    kind = kind_of_move(facts.stage, to)
    yield from _not_refused(facts, kind)
    if kind is MoveKind.BACK and not reason:
        yield Obstacle("A move back needs its reason. Write why the person moves back.", "", "reason")
    yield from _in_order(facts, to, moved_on)
    if kind is MoveKind.FORWARD:
        yield from _ahead(facts, to)


def _instead(stage: Stage) -> str:
    """What does lead on from a stage."""
    if stage in ENDS:
        return "Record a new application."
    onward = [label(to) for to in Stage if to in STAGE_MOVES[stage] and kind_of_move(stage, to) is not MoveKind.BACK]
    return f"Choose {' or '.join(f'“{name}”' for name in onward)}, or a stage before."


def _not_refused(facts: ApplicationFacts, kind: MoveKind) -> Iterator[Obstacle]:
    """Whom the committee refused in this application only leaves; a new application opens the way again."""
    since, began_on = facts.approval_since, facts.began_on
    in_this_one = began_on is None or since is None or since > began_on
    if facts.approval in APPROVAL_OVER and in_this_one and kind in (MoveKind.FORWARD, MoveKind.BACK):
        yield Obstacle(
            f"The approval of this person stands at “{label(facts.approval)}”. Record that they leave; "
            "a new application is assessed anew.",
            "P1",
            "end",
        )


def _in_order(facts: ApplicationFacts, to: Stage, moved_on: date) -> Iterator[Obstacle]:
    """A move stands on or after the latest move, and after the approval that it changes or rests on."""
    if facts.since is not None and moved_on < facts.since:
        yield Obstacle(
            f"The latest move was on {uk_date(facts.since)}. Choose that day or a later one for this move.", "", "day"
        )
    changes = to is Stage.S6 or approval_after(to, facts.approval) is not None
    if changes and facts.approval_since is not None and moved_on < facts.approval_since:
        yield Obstacle(
            f"The approval changed on {uk_date(facts.approval_since)}. Choose that day or a later one for this move.",
            "P1",
            "day",
        )


def _ahead(facts: ApplicationFacts, to: Stage) -> Iterator[Obstacle]:
    """What stands in the way of the next stage."""
    if facts.stage is Stage.S0:
        yield from LEAVING_ENQUIRY.obstacles(facts=facts)
    if facts.stage is Stage.S1:
        yield from LEAVING_STAGE_1.obstacles(facts=facts)
    yield from MEETING_REQUIREMENTS.obstacles(facts=facts)
    if to is Stage.S6:
        yield from BECOMING_ACTIVE.obstacles(facts=facts)


def _ending(*, facts: ApplicationFacts, to: Stage, end_reason: EndReason) -> Iterator[Obstacle]:
    """An end says why, truly: a removal follows a decision of the committee, and a resignation while a concern or a
    breach is open says so."""
    if end_reason not in END_REASONS[to]:
        fitting = " or ".join(f"“{label(one)}”" for one in END_REASONS[to])
        yield Obstacle(f"“{label(end_reason)}” is no reason for “{label(to)}”. Choose {fitting}.", "", "end_reason")
    elif end_reason is EndReason.REMOVED and facts.approval not in APPROVAL_OVER:
        yield Obstacle(
            "A removal follows a decision. The committee ratifies that approval is withdrawn or service ends first.",
            "P56",
            "decision",
        )
    elif to is Stage.LEFT and facts.open_matters and end_reason not in DURING_A_MATTER:
        yield Obstacle(
            f"A concern or breach is still open. Choose “{label(EndReason.RESIGNED_DURING_CONCERN)}” as the reason.",
            "P7",
            "end_reason",
        )


def _applying_again(*, facts: ApplicationFacts, applied_on: date) -> Iterator[Obstacle]:
    """A new application is one of somebody who has none open and does no service, and comes after what ended."""
    if facts.stage is not None and facts.stage not in ENDS:
        yield Obstacle(
            f"An application or service is open: this person stands at “{label(facts.stage)}”. Record its end first.",
            "",
            "end",
        )
        return
    yield from _in_order(facts, Stage.S0, applied_on)


DURING_A_MATTER = (EndReason.RESIGNED_DURING_CONCERN, EndReason.REMOVED)

MOVING_STAGE = Guard(_moving_stage, "P1", "P2", "P14", "P16", "P22", "P30", "P31")
check_can_move_stage, can_move_stage = MOVING_STAGE.check, MOVING_STAGE.holds
ENDING = Guard(_ending, "P7", "P56")
check_can_end, can_end = ENDING.check, ENDING.holds
APPLYING_AGAIN = Guard(_applying_again)
check_can_apply_again, can_apply_again = APPLYING_AGAIN.check, APPLYING_AGAIN.holds
