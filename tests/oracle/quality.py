"""K31: every (record, rule) pair that breaks a rule, as things stand on a day."""

from typing import Any

from tests.oracle.cells import Records
from tests.oracle.days import Day
from tests.oracle.quality_cases import CASE_RULES
from tests.oracle.quality_checks import CHECK_RULES, Broken
from tests.oracle.quality_decisions import DECISION_RULES

RULES = {**CHECK_RULES, **DECISION_RULES, **CASE_RULES}
ORDER = (
    *("I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I11", "I12", "I13", "I14"),
    *("I16", "I18", "I19", "I20", "CHECK_AFTER_EXIT", "NO_STAGE"),
)


def broken_rules(records: Records, as_of: Day) -> dict[str, Broken]:
    """The rows that break each rule, each with its sheet."""
    return {rule: RULES[rule](records, as_of) for rule in ORDER}


def k31(records: Records, as_of: Day, after: Day) -> dict[str, Any]:
    by = {rule: len(rows) for rule, rows in broken_rules(records, as_of).items()}
    return {"n": sum(by.values()), "by": {"rule": by}}
