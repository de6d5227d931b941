"""How often somebody was looked at lately, and what another look asks for. Source: P61."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bccc_dash.domain.guard import Obstacle
from bccc_dash.domain.words import days, uk_date

CALLED_OFF = "Called off: "
"""What stands before the reason for which a check was called off, in the words that say why it was meant to be made."""

NO_NEW_REASON = (
    "This person was looked at on {day} ({ref}), fewer than {within} ago. Write down why another look is needed now."
)
SAME_REASON = (
    "The reason is the one that was given for {ref} on {day}, fewer than {within} ago. Write down what is new since."
)
CHAIR_NEEDED = (
    "This would be the third look within {within}, or a later one ({refs} came before). "
    "Ask the chair to authorise it first."
)


@dataclass(frozen=True)
class Look:
    """One line of the repeat-viewing ledger: which check was begun, when, and why."""

    ref: str
    started_on: date
    reason: str | None


def same_reason(earlier: str | None, later: str | None) -> bool:
    """Return whether a look gives no reason of its own: none, or the earlier one's but for case and spacing.

    Why a check was called off is no reason for making it, and does not count.
    """
    after = _folded(later)
    return not after or after == _folded(earlier)


def close_looks(looks: Sequence[Look], *, today: date, within_days: int) -> tuple[Look, ...]:
    """Return the looks begun fewer than so many days before `today`, the latest first."""
    near = [look for look in looks if (today - look.started_on).days < within_days]
    return tuple(sorted(near, key=lambda look: (look.started_on, look.ref), reverse=True))


def another_look(near: Sequence[Look], reason: str | None, *, is_authorised: bool, within: int) -> Iterator[Obstacle]:
    """A second look needs a new written reason, a third the chair's authority, too. `near` are the close looks."""
    if not near:
        return
    said = {"within": days(within)}
    if not _folded(reason):
        latest = near[0]
        yield Obstacle(NO_NEW_REASON.format(day=uk_date(latest.started_on), ref=latest.ref, **said), "P61", "reason")
    else:
        for look in near:
            if same_reason(look.reason, reason):
                same = SAME_REASON.format(day=uk_date(look.started_on), ref=look.ref, **said)
                yield Obstacle(same, "P61", "reason")
                break
    if len(near) > 1 and not is_authorised:
        refs = ", ".join(look.ref for look in near)
        yield Obstacle(CHAIR_NEEDED.format(refs=refs, **said), "P61", "authorise")


def called_off(reason: str | None, why: str) -> str:
    """Return the reason for a check, and under it why the check was called off."""
    return "\n".join(part for part in (reason, CALLED_OFF + why) if part)


def _folded(reason: str | None) -> str:
    first = (reason or "").split(f"\n{CALLED_OFF}")[0]
    return "" if first.startswith(CALLED_OFF) else "".join(first.split()).casefold()
