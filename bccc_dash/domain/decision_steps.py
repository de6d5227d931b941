"""How a decision comes about: who may propose, ratify, reject and withdraw it, and when. Source: P30, P31, P56."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.outcome_vocabulary import DecisionStatus
from bccc_dash.domain.targets import DEFAULTS, Targets
from bccc_dash.domain.words import uk_date

DECISION_MOVES: Mapping[DecisionStatus, frozenset[DecisionStatus]] = MappingProxyType(
    {
        DecisionStatus.PROPOSED: frozenset(
            {DecisionStatus.RATIFIED, DecisionStatus.REJECTED, DecisionStatus.WITHDRAWN}
        ),
        DecisionStatus.RATIFIED: frozenset(),
        DecisionStatus.REJECTED: frozenset(),
        DecisionStatus.WITHDRAWN: frozenset(),
    }
)

STOOD_ASIDE = "You stood aside from a matter that this decision rests on. Somebody else takes it on."


@dataclass(frozen=True, kw_only=True)
class Hands:
    """Whose hands a decision is in: who settles it now, who proposed it, and who is kept from it.

    `kept_from` are the users who stood aside from the matter or a case behind it, and whom it is about.
    """

    by: int
    proposed_by: int | None
    kept_from: frozenset[int] = frozenset()
    is_adverse: bool = False


def _proposing_a_decision(*, stood_aside: bool, is_waiting: bool) -> Iterator[Obstacle]:
    """Nobody proposes who stood aside from a case behind it, and the same decision waits for the committee once."""
    if stood_aside:
        yield Obstacle(STOOD_ASIDE, "P31")
    if is_waiting:
        yield Obstacle(
            "The same decision is proposed already, and waits for the committee. Withdraw that one first.",
            "",
            "withdraw",
        )


def _settling_a_decision(*, status: DecisionStatus, to: DecisionStatus) -> Iterator[Obstacle]:
    """What was ratified, rejected or withdrawn stays so: another decision is proposed."""
    if to not in DECISION_MOVES[status]:
        yield Obstacle(f"This decision was {status.lower()} already. Propose a new one.", "", "propose")


def _ratifying_with_free_hands(*, hands: Hands) -> Iterator[Obstacle]:
    """Two people decide against a volunteer, and nobody has a hand in it who stood aside or whom it is about."""
    if hands.by in hands.kept_from:
        yield Obstacle(
            "You stood aside from a matter that this decision rests on. Somebody else takes it on.",
            "P31",
        )
    if hands.is_adverse and hands.proposed_by is None:
        yield Obstacle("It is not recorded who proposed this. Withdraw it, and propose it again.", "P30", "propose")
    if hands.proposed_by is not None and hands.proposed_by in hands.kept_from:
        yield Obstacle(
            "Whoever proposed this has stood aside since, or it is about them. Somebody else proposes it anew.",
            "P31",
            "propose",
        )
    if hands.is_adverse and hands.by == hands.proposed_by:
        yield Obstacle("You proposed this yourself. Somebody else on the committee has to ratify it.", "P30", "ratify")


def _rejecting_a_decision(*, hands: Hands) -> Iterator[Obstacle]:
    """Somebody other than the proposer, who did not stand aside, rejects it."""
    if hands.by in hands.kept_from:
        yield Obstacle(
            "You stood aside from a matter that this decision rests on. Somebody else takes it on.",
            "P31",
        )
    if hands.by == hands.proposed_by:
        yield Obstacle("You proposed this yourself. Withdraw it instead.", "P30", "withdraw")


def _withdrawing_a_decision(*, hands: Hands) -> Iterator[Obstacle]:
    """Whoever proposed it takes it back."""
    if hands.by != hands.proposed_by:
        yield Obstacle("Somebody else proposed this. They withdraw it, or the committee rejects it.", "", "reject")


def last_day_unratified(since: date, targets: Targets = DEFAULTS) -> date:
    """Return the last day on which an urgent suspension that began on `since` holds without being ratified."""
    return since + timedelta(days=min(targets.urgent_suspension_days, (date.max - since).days))


def _ending_a_lapsed_suspension(
    *, hands: Hands, since: date | None, today: date, targets: Targets = DEFAULTS
) -> Iterator[Obstacle]:
    """An urgent suspension that nobody ratified in its days has lapsed, and only then is ended as lapsed."""
    if hands.by in hands.kept_from:
        yield Obstacle(STOOD_ASIDE, "P31")
    if since is None:
        yield Obstacle("This is no urgent suspension that took effect. Ratify or reject it instead.", "P56", "reject")
    elif today <= (last := last_day_unratified(since, targets)):
        yield Obstacle(
            f"The committee may ratify this urgent suspension until {uk_date(last)}. Ratify or reject it.",
            "P56",
            "ratify",
        )


PROPOSING_A_DECISION = Guard(_proposing_a_decision, "P31")
SETTLING_A_DECISION = Guard(_settling_a_decision)
RATIFYING_WITH_FREE_HANDS = Guard(_ratifying_with_free_hands, "P30", "P31")
REJECTING_A_DECISION = Guard(_rejecting_a_decision, "P30", "P31")
WITHDRAWING_A_DECISION = Guard(_withdrawing_a_decision)
ENDING_A_LAPSED_SUSPENSION = Guard(_ending_a_lapsed_suspension, "P56")
check_can_propose, can_propose = PROPOSING_A_DECISION.check, PROPOSING_A_DECISION.holds
check_can_settle, can_settle = SETTLING_A_DECISION.check, SETTLING_A_DECISION.holds
check_can_ratify, can_ratify = RATIFYING_WITH_FREE_HANDS.check, RATIFYING_WITH_FREE_HANDS.holds
check_can_reject, can_reject = REJECTING_A_DECISION.check, REJECTING_A_DECISION.holds
check_can_withdraw, can_withdraw = WITHDRAWING_A_DECISION.check, WITHDRAWING_A_DECISION.holds
check_can_end_lapsed, can_end_lapsed = ENDING_A_LAPSED_SUSPENSION.check, ENDING_A_LAPSED_SUSPENSION.holds
