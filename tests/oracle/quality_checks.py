"""The rules about checks and stages: I2 to I5, I18, I20 and the two without a number. Each gives what breaks it.

A check exists from the earliest of its three dates; without any it always does. It is completed when its status
says so and completed_on is blank or has come.
"""

from tests.oracle.cells import Records, Row
from tests.oracle.days import Day
from tests.oracle.history import concerns_at, first_exit, stage_at, was_in_s1
from tests.oracle.vetting import ATTESTED, PERMITTED, active_without_approval, is_lawful

STAGE_1 = "APPLICANT_STAGE_1"
Broken = list[tuple[str, Row]]
"""Rows that break a rule, each with its sheet."""


def _checks(rows: list[Row]) -> Broken:
    return [("checks", row) for row in rows]


def checks_at(records: Records, as_of: Day) -> list[Row]:
    def exists(check: Row) -> bool:
        dates = [check[column] for column in ("planned_for", "started_on", "completed_on") if check[column]]
        return not dates or min(dates) <= as_of

    return [check for check in records["checks"] if exists(check)]


def _completed_at(records: Records, as_of: Day) -> list[Row]:
    done = [c for c in checks_at(records, as_of) if c["status"] == "COMPLETED"]
    return [c for c in done if c["completed_on"] is None or c["completed_on"] <= as_of]


def i2(records: Records, as_of: Day) -> Broken:
    """A completed check without a permitted role, the three attestations, a platform, an engine or an outcome."""

    def whole(check: Row) -> bool:
        sworn = check["checker_role_at_time"] in PERMITTED and all(check[word] is True for word in ATTESTED)
        platforms = records.naming("check_platforms", "check_ref", check["ref"])
        return sworn and bool(platforms and check["search_engines"] and check["outcome"])

    return _checks([check for check in _completed_at(records, as_of) if not whole(check)])


def i3(records: Records, as_of: Day) -> Broken:
    """A check started by the day that K3 would not call lawful."""
    started = [c for c in records["checks"] if c["started_on"] and c["started_on"] <= as_of]
    return _checks([check for check in started if not is_lawful(records, check)])


def i4(records: Records, as_of: Day) -> Broken:
    """A Stage 1 check started by the day outside S1 (entry and exit days are inside); any other without a note."""

    def broken(check: Row) -> bool:
        if check["trigger"] != STAGE_1:
            return not check["necessity_note"]
        start = check["started_on"]
        return start is not None and start <= as_of and not was_in_s1(records, check["volunteer_ref"], start)

    return _checks([check for check in checks_at(records, as_of) if broken(check)])


def i5(records: Records, as_of: Day) -> Broken:
    """A completed check that raised a concern but none names it, or that did not and one names it."""
    named = {concern["check_ref"] for concern in concerns_at(records, as_of)}
    done = _completed_at(records, as_of)
    return _checks([check for check in done if (check["outcome"] == "CONCERN_RAISED") != (check["ref"] in named)])


def i18(records: Records, as_of: Day) -> Broken:
    """A check on private communication without a basis, or authorised by nobody or by the checker."""
    private = [c for c in checks_at(records, as_of) if c["provenance"] == "PRIVATE_COMMUNICATION"]
    return _checks([c for c in private if not c["monitoring_basis"] or c["authorised_by"] in {None, c["checker"]}])


def i20(records: Records, as_of: Day) -> Broken:
    """An active volunteer whose approval is not valid: K1."""
    return [("volunteers", volunteer) for volunteer in active_without_approval(records, as_of)]


def check_after_exit(records: Records, as_of: Day) -> Broken:
    """A Stage 1 check completed after the first exit from S1, on a day outside S1."""

    def late(check: Row) -> bool:
        done, gone = check["completed_on"], first_exit(records, check["volunteer_ref"])
        after_it = gone is not None and done is not None and gone < done <= as_of
        return after_it and not was_in_s1(records, check["volunteer_ref"], done)

    stage_1 = [c for c in records["checks"] if c["trigger"] == STAGE_1 and c["status"] == "COMPLETED"]
    return _checks([check for check in stage_1 if late(check)])


def no_stage(records: Records, as_of: Day) -> Broken:
    """A volunteer who has applied and has no stage event by the day."""
    applied = [v for v in records["volunteers"] if v["applied_on"] <= as_of]
    return [("volunteers", v) for v in applied if stage_at(records, v["ref"], as_of) is None]


CHECK_RULES = {
    "I2": i2,
    "I3": i3,
    "I4": i4,
    "I5": i5,
    "I18": i18,
    "I20": i20,
    "CHECK_AFTER_EXIT": check_after_exit,
    "NO_STAGE": no_stage,
}
