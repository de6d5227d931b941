"""What the policy asks for in one concern, and how each of it stands at a day. The duties have no order.

Source: P7, P25, P27, P29, P30, P31, P32.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bccc_dash.domain.case_vocabulary import ConcernCategory
from bccc_dash.domain.concern_case import ConcernCase, Milestones, Presence
from bccc_dash.domain.standing import Standing

LONGEST_OPEN_DAYS = 90
"""No concern should be open for longer: a BCCC default."""


class Asked(StrEnum):
    """What is asked for; each value is what people read."""

    DISCUSSED = "Discussed with the volunteer"
    ASSESSED = "Source assessed"
    JUDGED = "How to act on it judged"
    SHARED = "Shared with the committee"
    REFERRED = "Referrals considered"
    BELIEF = "Belief question answered"
    DECIDED = "Decided"
    CLOSED = "Closed"


CLAUSES = {
    Asked.DISCUSSED: "P25",
    Asked.ASSESSED: "P29",
    Asked.JUDGED: "P30",
    Asked.SHARED: "P31",
    Asked.REFERRED: "P7, P32",
    Asked.BELIEF: "P27",
    Asked.DECIDED: "P30",
    Asked.CLOSED: "",
}


@dataclass(frozen=True)
class Duty:
    """One thing asked for. A duty may be done on no known day; `put_off` names the advice that put it off."""

    asked: Asked
    standing: Standing
    due: date | None = None
    done: date | None = None
    put_off: str | None = None

    @property
    def is_missing(self) -> bool:
        """Whether it still is to be done."""
        return self.standing in (Standing.LATE, Standing.DUE_TODAY, Standing.NOT_YET)

    @property
    def was_in_time(self) -> bool:
        """Whether it was done by its day; a duty without a day is never late."""
        return self.due is None or self.done is None or self.done <= self.due


def stands(asked: Asked, *, day: date, due: date | None, done: date | None, put_off: str | None = None) -> Duty:
    """Return how a duty stands. On its day it is due, the day after it is late."""
    if done is not None:
        return Duty(asked, Standing.DONE, due, done)
    if put_off is not None:
        return Duty(asked, Standing.NOT_YET, put_off=put_off)
    if due is None or day < due:
        return Duty(asked, Standing.NOT_YET, due)
    return Duty(asked, Standing.DUE_TODAY if day == due else Standing.LATE, due)


def milestones(found: Milestones, day: date) -> tuple[Duty, Duty, Duty]:
    """Return the three duties that have a day of their own in every concern: discuss, assess, share."""
    return (
        stands(Asked.DISCUSSED, day=day, due=found.talk_due, done=found.held_on, put_off=found.put_off),
        stands(Asked.ASSESSED, day=day, due=found.judge_due, done=found.assessed_on),
        stands(Asked.SHARED, day=day, due=found.tell_due, done=found.shared_on),
    )


def duties(case: ConcernCase, day: date) -> tuple[Duty, ...]:
    """Return everything that is asked for in a concern, in the order in which it is shown."""
    found = case.milestones
    discussed, assessed, shared = milestones(found, day)
    judged = stands(Asked.JUDGED, day=day, due=None, done=found.judged_on)
    return (
        *(discussed, assessed, judged, shared),
        *_referrals(case, day),
        *_belief(case),
        *_endings(case, day),
    )


def _referrals(case: ConcernCase, day: date) -> tuple[Duty, ...]:
    """Done on the day on which the last of the bodies was considered."""
    if not case.referrals:
        return ()
    days = [considered.on for considered in case.referrals]
    known = [on for on in days if on is not None]
    done = max(known) if len(known) == len(days) else None
    lado_is_late = case.lado_due is not None and case.referrals[0].on is None
    return (stands(Asked.REFERRED, day=day, due=case.lado_due if lado_is_late else None, done=done),)


def _belief(case: ConcernCase) -> tuple[Duty, ...]:
    """The answer has no day of its own: it is as it stands in the record."""
    if not (case.involves_views or case.category is ConcernCategory.VIEWS_NOT_CONDUCIVE):
        return ()
    return (Duty(Asked.BELIEF, Standing.DONE if case.objection_to else Standing.NOT_YET),)


def _endings(case: ConcernCase, day: date) -> tuple[Duty, Duty]:
    found, is_closed = case.milestones, case.presence is Presence.CLOSED
    decided = stands(Asked.DECIDED, day=day, due=None, done=found.decided_on)
    if is_closed and found.decided_on is None:
        decided = Duty(Asked.DECIDED, Standing.NOT_ASKED)
    last = found.identified_on + min(timedelta(days=LONGEST_OPEN_DAYS), date.max - found.identified_on)
    return decided, stands(Asked.CLOSED, day=day, due=last, done=case.status_on if is_closed else None)


URGENCY = (Standing.LATE, Standing.DUE_TODAY, Standing.NOT_YET)
"""What is missing, the most urgent first."""


def most_urgent(asked: tuple[Duty, ...]) -> Duty | None:
    """Return what is missing and most urgent: late before due today before not yet, the earlier day first.

    What was put off on advice, and what has no day, comes after what has one. Closing comes after all else, even when
    it is late: it cannot come before.
    """
    missing = [duty for duty in asked if duty.is_missing]
    return min(missing, key=_rank, default=None)


def _rank(duty: Duty) -> tuple[bool, int, bool, date]:
    waits = duty.put_off is not None
    return duty.asked is Asked.CLOSED, URGENCY.index(duty.standing), waits or duty.due is None, duty.due or date.max
