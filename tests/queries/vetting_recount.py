"""What the Vetting page should list, told in plain Python from the sheets, one person after another."""

import random
from datetime import timedelta
from itertools import pairwise

from bccc_dash.domain.vetting import CheckState, Gate
from bccc_dash.domain.vocabulary import Requirement, RequirementStatus
from tests.oracle.dice import Dice
from tests.oracle.history import APPROVED, FOREVER, approval_at, first_exit, stage_events, was_in_s1
from tests.oracle.vetting import TARGETS

PAPERS = ("form_signed_on", "notice_given_on")
OVER = {"WITHDRAWN", "NOT_APPOINTED", "LEFT"}
ASKED = {
    "S2": ("INTERVIEW",),
    "S3": ("REFERENCE_1", "REFERENCE_2", "DBS"),
    "S4": ("TRAINING", "POLICY_ACKNOWLEDGED"),
    "S5": ("PROBATION_MIDPOINT", "PROBATION_END"),
}


def random_requirements(rng: random.Random, anchor, refs):
    """Rows of requirement_results that land on boundaries."""
    dice = Dice(rng.choice, anchor)
    return [
        {
            "volunteer_ref": dice.ref(ref),
            "requirement": str(requirement),
            "status": dice.word([RequirementStatus.MET, RequirementStatus.MET, *RequirementStatus]),
            "completed_on": dice.pick((dice.maybe_day(60), dice.day() - timedelta(days=dice.pick((1005, 1004, 1095))))),
            "expires_on": dice.maybe_day(30),
            "exempt_until": dice.maybe_day(50),
        }
        for ref in refs
        for requirement in Requirement
        for _ in dice.count(2)
    ]


def random_forms(rng: random.Random, anchor, refs):
    """Rows of transparency: forms and notices anew, withdrawals, and rows that say but one thing."""
    dice = Dice(rng.choice, anchor)
    return [
        {
            "volunteer_ref": dice.ref(ref),
            "form_signed_on": dice.maybe_day(50),
            "check_permission": dice.truth(),
            "notice_given_on": dice.maybe_day(50),
            "withdrawn_on": dice.maybe_day(30),
        }
        for ref in refs
        for _ in dice.count(1)
    ]


class Recount:
    """One day's standing of every volunteer."""

    def __init__(self, records, day, after):
        self.records, self.day, self.after = records, day, after
        self.refs = [volunteer["ref"] for volunteer in records["volunteers"]]

    def stay(self, ref):
        """Stage, entered, left of the stay on the day; None before the first."""
        events = stage_events(self.records, ref)
        k = sum(event["occurred_on"] <= self.day for event in events)
        if k == 0:
            return None
        left = events[k]["occurred_on"] if k < len(events) else FOREVER
        return events[k - 1]["to_stage"], events[k - 1]["occurred_on"], left

    def applicants(self):
        """(past, days, ref, stage), most overdue first."""
        found = []
        for ref in self.refs:
            stay = self.stay(ref)
            if stay and stay[0] in TARGETS:
                days = (self.day - stay[1]).days
                found.append((days - TARGETS[stay[0]], days, ref, stay[0]))
        return sorted(found, key=lambda one: (-one[0], -one[1], one[2]))

    def began(self, ref):
        events = stage_events(self.records, ref)
        ends = [b["occurred_on"] for a, b in pairwise(events) if a["to_stage"] in OVER]
        return max((end for end in ends if end <= self.day), default=None)

    def _in_s1(self, ref, day):
        """Whether they were in a Stage 1 of this application on a day; those of entry and exit count."""
        events, since = stage_events(self.records, ref), self.began(ref) or self.day.min
        ends = [*(event["occurred_on"] for event in events[1:]), FOREVER]
        return any(
            event["to_stage"] == "S1" and since <= event["occurred_on"] <= day <= end
            for event, end in zip(events, ends, strict=True)
        )

    def checked(self, ref):
        return any(
            check["status"] == "COMPLETED"
            and check["started_on"]
            and check["started_on"] <= self.day
            and self._in_s1(ref, check["started_on"])
            and check["completed_on"]
            and check["completed_on"] <= self.day
            for check in self.records.naming("checks", "volunteer_ref", ref)
        )

    def unchecked(self):
        """(ref, state, day) in the order of applicants."""
        found = []
        for _, _, ref, stage in self.applicants():
            left = self.stay(ref)[2]
            if stage == "S1" and not self.checked(ref):
                looks = [self._look(check, ref, left) for check in self.records.naming("checks", "volunteer_ref", ref)]
                best = max(looks, key=lambda one: (one[0], one[1] is not None, one[1] or self.day), default=(0, None))
                found.append((ref, list(CheckState)[best[0]], best[1]))
        return found

    def _look(self, check, ref, left):
        since = self.began(ref) or self.day.min
        begun, done, planned = check["started_on"], check["completed_on"], check["planned_for"]
        was_begun = begun is not None and since <= begun <= self.day
        is_planned = planned is not None and since <= planned < left
        undated = begun is None and done is None and planned is None
        if check["status"] == "CANCELLED":
            return (1 if was_begun or is_planned or undated else 0), None
        if check["status"] == "COMPLETED" and done is not None and since <= done <= self.day:
            return 2, done
        if was_begun or (undated and check["status"] == "IN_PROGRESS"):
            return 4, begun
        if is_planned and (begun is None or begun > self.day):
            return 3, planned
        return (3 if undated and check["status"] == "PLANNED" else 0), None

    def left_unchecked(self):
        """(day, ref) of first exits without the check, the latest first; and how many exits there were."""
        gone = [(ref, first_exit(self.records, ref)) for ref in self.refs]
        inside = [(day, ref) for ref, day in gone if day and self.after < day <= self.day]
        missed = [(day, ref) for day, ref in inside if not self._covered(ref, day)]
        return sorted(missed, key=lambda one: (-one[0].toordinal(), one[1])), len(inside)

    def _covered(self, ref, gone):
        return any(
            check["status"] == "COMPLETED"
            and check["completed_on"]
            and check["completed_on"] <= gone
            and check["started_on"]
            and was_in_s1(self.records, ref, check["started_on"])
            for check in self.records.naming("checks", "volunteer_ref", ref)
        )

    def _row(self, ref, columns, since):
        """The latest of this application's rows that has one of these days by the day."""
        rows = self.records.naming("transparency", "volunteer_ref", ref)
        return next(
            (row for row in reversed(rows) if any(row[c] and since <= row[c] <= self.day for c in columns)), None
        )

    def papers(self, ref):
        """signed, permission, withdrawn, notice of this application; days after the day are none."""
        since = self.began(ref) or self.day.min
        person = self.records.naming("volunteers", "ref", ref)[0]
        own = {name: person if person[name] and person[name] >= since else {} for name in PAPERS}
        form = self._row(ref, ("form_signed_on", "withdrawn_on"), since) or own["form_signed_on"]
        notice = self._row(ref, ("notice_given_on",), since) or own["notice_given_on"]
        days = [form.get("form_signed_on"), form.get("withdrawn_on"), notice.get("notice_given_on")]
        signed, withdrawn, given = (day if day and day <= self.day else None for day in days)
        return signed, form.get("check_permission"), withdrawn, given

    def gates(self):
        """(gate, since, ref, given), gravest first."""
        found = []
        for past, _, ref, stage in self.applicants():
            signed, permission, withdrawn, given = self.papers(ref)
            entered = self.stay(ref)[1]
            since = self.began(ref) or self.day.min
            moves = [e["occurred_on"] for e in stage_events(self.records, ref, by=self.day) if e["to_stage"] == "S1"]
            s1 = min((day for day in moves if day >= since), default=None)
            due = s1 or entered
            if stage == "S0":
                found += [(Gate.NOTICE_DUE, due, ref, None)] if past > 0 and not given else []
                continue
            if withdrawn or not signed or permission is not True:
                gate = Gate.WITHDRAWN if withdrawn else Gate.NO_PERMISSION if signed else Gate.NO_FORM
                found.append((gate, withdrawn or signed or due, ref, None))
            if not given:
                found.append((Gate.NO_NOTICE, due, ref, None))
            elif s1 and given > s1:
                found.append((Gate.LATE_NOTICE, due, ref, given))
        found += self._unapproved("S6", APPROVED | {"SUSPENDED"}, Gate.UNAPPROVED_ACTIVE)
        found += self._unapproved("S5", APPROVED, Gate.UNAPPROVED_PROBATION)
        return sorted(found, key=lambda one: (list(Gate).index(one[0]), one[1], one[2]))

    def _unapproved(self, stage, enough, gate):
        here = [ref for ref in self.refs if (self.stay(ref) or ("",))[0] == stage]
        bad = [ref for ref in here if approval_at(self.records, ref, self.day) not in enough]
        return [(gate, self.stay(ref)[1], ref, None) for ref in bad]

    def _last_day(self, row):
        by_rule = row["completed_on"] + timedelta(days=1095) if row["completed_on"] else None
        return row["expires_on"] or (by_rule if row["requirement"] == "DBS" else None)

    def _is_met(self, row):
        return row["status"] == "MET" and (row["completed_on"] is None or row["completed_on"] <= self.day)

    def _holds(self, row):
        if row["status"] == "EXEMPT":
            return row["exempt_until"] is None or row["exempt_until"] >= self.day
        last = self._last_day(row)
        return self._is_met(row) and (last is None or last >= self.day)

    def _carries_over(self, row, ref):
        done, since = row["completed_on"], self.began(ref)
        return not since or not done or done >= since or row["requirement"] == "DBS" or row["status"] == "EXEMPT"

    def waiting(self):
        """(ref, requirements) of people who wait, most overdue first."""
        found = []
        for _, _, ref, stage in self.applicants():
            rows = self.records.naming("requirement_results", "volunteer_ref", ref)
            held = {row["requirement"] for row in rows if self._holds(row) and self._carries_over(row, ref)}
            missing = tuple(code for code in ASKED.get(stage, ()) if code not in held)
            found += [(ref, missing)] if missing else []
        return found

    def dbs(self):
        """(last day, ref) of the DBS checks that have lapsed or lapse within 90 days, the longest lapsed first."""
        found = []
        for ref in self.refs:
            rows = self.records.naming("requirement_results", "volunteer_ref", ref)
            met = [row for row in rows if row["requirement"] == "DBS" and self._is_met(row)]
            dated = [row for row in met if row["completed_on"]]
            latest = max(dated, key=lambda row: (row["completed_on"], row["place"])) if dated else (met or [None])[-1]
            last = self._last_day(latest) if latest else None
            here = (self.stay(ref) or ("",))[0] in {"S3", "S4", "S5", "S6"}
            found += [(last, ref)] if here and last and last <= self.day + timedelta(days=90) else []
        return sorted(found)
