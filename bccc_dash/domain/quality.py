"""The rules that the records must keep, the gravest first, and which part of the findings stands on a page."""

from collections.abc import Mapping
from dataclasses import dataclass

from bccc_dash.domain.quality_cases import CASE_RULES, DECISION_RULES
from bccc_dash.domain.quality_people import GATE_RULES, RED_RULES, STAGE_RULES
from bccc_dash.domain.rule import Kind, Rule

RULE, FIGURE, PAGE_SIZE = "rule", "figure", 25
"""The names of the choices in the address of "Data quality" and of "How it is worked out"; findings on a page."""

CATALOGUE: dict[str, Rule] = {
    rule.code: rule for rule in (*RED_RULES, *GATE_RULES, *DECISION_RULES, *STAGE_RULES, *CASE_RULES)
}


@dataclass(frozen=True)
class Quality:
    """How many findings there are by rule (K31), among how many records of each kind, as at one day."""

    figures: dict[str, dict[str, object]]
    looked_at: dict[Kind, int]
    has_records: bool

    @property
    def counts(self) -> dict[str, int]:
        """Findings by rule, the gravest rule first, zeros included."""
        by = self.figures["K31"]["by"]
        found: Mapping[str, int] = by["rule"] if isinstance(by, Mapping) else {}
        return {code: found[code] for code in CATALOGUE}

    @property
    def records(self) -> int:
        """How many records the rules looked at."""
        return sum(self.looked_at.values())

    def looked_at_by(self, rule: Rule) -> int:
        """How many records one rule looked at."""
        return sum(self.looked_at[kind] for kind in rule.kinds)


@dataclass(frozen=True)
class Slice:
    """The findings of one rule that stand on a page: so many passed over, so many taken."""

    rule: str
    skip: int
    take: int


def slices(counts: Mapping[str, int], *, rule: str = "", page: int = 1, size: int = PAGE_SIZE) -> tuple[Slice, ...]:
    """Which findings stand on a page, rule after rule. `counts` are in the order of the list; "" is any rule.

    Bounds: pages count from 1; beyond the last there is nothing.
    """
    first, last, start = (page - 1) * size, page * size, 0
    found = []
    for code, n in counts.items():
        if rule in {"", code}:
            skip, end = max(first - start, 0), min(last - start, n)
            found += [Slice(code, skip, end - skip)] if end > skip else []
            start += n
    return tuple(found)


def shown_of(counts: Mapping[str, int], rule: str) -> int:
    """How many findings the list holds where one rule, or "" for any, is chosen."""
    return counts[rule] if rule else sum(counts.values())
