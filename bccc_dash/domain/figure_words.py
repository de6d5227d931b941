"""A figure's value in words, for lists and tables: "9 of 11 (82%)", "median 32.5 days, 30 to 60, of 4"."""

from collections.abc import Mapping
from typing import Any

from bccc_dash.domain.words import figure, n_of_d, number

Value = Mapping[str, Any]
IN_CONFIDENCE = ("CHILD_IN_CONFIDENCE", "FAMILY_MEMBER")

ASIDES = {
    "in_probation_not_approved": "in probation and not approved",
    "still_open": "still open",
    "deferred": "deferred on advice",
    "undecided_over_28_days": "undecided for more than 28 days",
    "unscheduled": "due with nothing scheduled",
    "n_12_months": "in twelve months",
    "without_concern": "without a concern behind them",
}
"""What stands beside the main number, in words."""


def value_words(value: Value) -> str:
    """The main number of a figure, then what stands beside it."""
    beside = [f"{figure(value[name])} {words}" for name, words in ASIDES.items() if name in value]
    return "; ".join([_main(value), *_parts(value), *beside])


def _main(value: Value) -> str:
    if "median_days" in value:
        return _spread(value)
    return n_of_d(value["n"], value["d"]) if "d" in value else figure(value["n"])


def _spread(value: Value) -> str:
    of = f"{figure(value['n'])} of {figure(value['d'])}" if "d" in value else figure(value["n"])
    if value["median_days"] is None:
        return f"no cases in period (n = {of})"
    least, most = number(value["min_days"]), number(value["max_days"])
    return f"median {number(value['median_days'])} days, from {least} to {most} (n = {of})"


def _parts(value: Value) -> list[str]:
    """The splits, each as "HIGH 2, LOW 1", and the closure of K13."""
    found = [_split(_in_confidence(parts)) for parts in value.get("by", {}).values()]
    if "closure" in value:
        found.append(f"to closure: {_spread(value['closure'])}, {figure(value['closure']['still_open'])} still open")
    if "months_since_last" in value:
        since = _since(value["months_since_last"])
        found.append("months since the last: " + ", ".join(f"{source} {months}" for source, months in since.items()))
    return found


def _in_confidence(parts: Mapping[str, Any]) -> Mapping[str, Any]:
    """The split with a child's and a family member's reports as one: people are told no more. Source: P54."""
    kept = {name: part for name, part in parts.items() if name not in IN_CONFIDENCE}
    ours = [part for name, part in parts.items() if name in IN_CONFIDENCE]
    return kept | {"in confidence": sum(ours)} if ours else kept


def _since(months: Mapping[str, int | None]) -> Mapping[str, int | str]:
    """Months since the last report by source, "never" where there was none; the latest of those in confidence."""
    ours = [since for name, since in months.items() if name in IN_CONFIDENCE and since is not None]
    kept = {name: since for name, since in months.items() if name not in IN_CONFIDENCE}
    latest = min(ours) if ours else None
    return {name: "never" if since is None else since for name, since in ({"in confidence": latest} | kept).items()}


def _split(parts: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {_count(part)}" for name, part in parts.items())


def _count(part: Any) -> str:
    if not isinstance(part, Mapping):
        return figure(part)
    median, most = number(part["median_days"], none="–"), number(part["max_days"], none="–")
    return f"{figure(part['n'])} (median {median}, longest {most}, {figure(part['over_target'])} over target)"
