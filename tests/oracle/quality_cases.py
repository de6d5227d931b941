"""The rules about cases and their dates: I11 to I14, I16 and I19. Each gives the rows that break it.

A case counts when it exists on the day and is not another person's; what hangs on no such case is left out.
"""

from tests.oracle.breaches import GRAVE, considered, effect_of, left_under_a_cloud
from tests.oracle.cells import Records, Row
from tests.oracle.concerns import SEVERITIES, first_decision
from tests.oracle.days import Day, working_day_after
from tests.oracle.history import closed_on, incidents_at
from tests.oracle.quality_checks import Broken
from tests.oracle.quality_decisions import cases_at

FLOORS = {
    "SEXUAL_EXPLOITATION_OR_GROOMING": "CRITICAL",
    "CHILD_IDENTIFIED": "CRITICAL",
    "CONFIDENTIALITY": "HIGH",
    "INFORMATION_DISCLOSURE": "HIGH",
    "IMAGE_OR_INFORMATION_WITHOUT_CONSENT": "HIGH",
    "BOUNDARY_BCCC_FAMILY": "MEDIUM",
    "BOUNDARY_CHILD_CONNECTION": "MEDIUM",
}


def _cases(rows: list[Row]) -> Broken:
    return [("incidents" if "breach_type" in row else "concerns", row) for row in rows]


def _kind(case: Row) -> str:
    return str(case["category"] or case["breach_type"])


def i11(records: Records, as_of: Day) -> Broken:
    """A case less severe than the floor of its category."""
    rank = SEVERITIES.index
    return _cases([c for c in cases_at(records, as_of) if rank(c["severity"]) < rank(FLOORS.get(_kind(c), "LOW"))])


def i12(records: Records, as_of: Day) -> Broken:
    """A case of grooming or of a child identified, without LADO thought of by the working day after recording."""
    broken = []
    for case in cases_at(records, as_of):
        if _kind(case) in {"SEXUAL_EXPLOITATION_OR_GROOMING", "CHILD_IDENTIFIED"}:
            limit = working_day_after(case["recorded_on"], 1)
            broken += [case] if limit <= as_of and "LADO" not in considered(records, case, limit) else []
    return _cases(broken)


def i13(records: Records, as_of: Day) -> Broken:
    """A grave case of somebody removed or gone during it, without both DBS and the Commission thought of."""
    grave = [case for case in cases_at(records, as_of) if case["severity"] in GRAVE]
    gone = [case for case in grave if left_under_a_cloud(records, case, as_of)]
    both = {"DBS", "CHARITY_COMMISSION"}
    return _cases([case for case in gone if not both <= considered(records, case, as_of)])


def i14(records: Records, as_of: Day) -> Broken:
    """An incident that affects approval, of which nothing is decided."""
    touching = [i for i in incidents_at(records, as_of) if i["affects_approval"] is True]
    return _cases([incident for incident in touching if effect_of(records, incident, as_of) == "undecided"])


def _falls(*dates: Day | None) -> bool:
    """Some date lies after a later-placed one; blank ones are passed over."""
    present = [date for date in dates if date is not None]
    return present != sorted(present)


def _closed_too_soon(records: Records, case: Row, as_of: Day) -> bool:
    closing, decided = closed_on(records, case, as_of), first_decision(records, case, as_of)
    return closing is not None and decided is not None and closing < decided


def i16(records: Records, as_of: Day) -> Broken:
    """A case, a talk or a share whose dates stand in an impossible order.

    Incident: occurred, discovered, recorded. Concern: identified, recorded. Both: closed (latest closing, while
    closed) not before the first ratified decision on it. Talk held by the day: offered, held. Share of a concern
    by the day: not before it was identified.
    """
    cases = {case["ref"]: case for case in cases_at(records, as_of)}
    broken = _cases(
        [
            case
            for case in cases.values()
            if _falls(case["occurred_on"], case["discovered_on"] or case["identified_on"], case["recorded_on"])
            or _closed_too_soon(records, case, as_of)
        ]
    )
    for talk in records["discussions"]:
        held = talk["held_on"] is not None and talk["held_on"] <= as_of
        if talk["concern_ref"] in cases and held and _falls(talk["offered_on"], talk["held_on"]):
            broken.append(("discussions", talk))
    for share in records["committee_shares"]:
        found = cases.get(share["subject_ref"], {}).get("identified_on")
        if found is not None and share["shared_on"] < found and share["shared_on"] <= as_of:
            broken.append(("committee_shares", share))
    return broken


def _was_valid(consent: Row, day: Day) -> bool:
    def by_then(column: str) -> bool:
        return consent[column] is not None and consent[column] <= day

    of_child = consent["child_age_appropriate"]
    child = of_child == "NO" or (of_child == "YES" and by_then("child_written_on"))
    return by_then("family_written_on") and child and not (consent["withdrawn_on"] and consent["withdrawn_on"] < day)


def i19(records: Records, as_of: Day) -> Broken:
    """An incident said to be without consent, of which the consent it names was valid when it occurred."""
    kind = "IMAGE_OR_INFORMATION_WITHOUT_CONSENT"
    broken = []
    for incident in incidents_at(records, as_of):
        if incident["breach_type"] == kind and incident["occurred_on"]:
            consents = records.naming("consents", "ref", incident["consent_ref"])
            broken += [incident] if any(_was_valid(consent, incident["occurred_on"]) for consent in consents) else []
    return _cases(broken)


CASE_RULES = {"I11": i11, "I12": i12, "I13": i13, "I14": i14, "I16": i16, "I19": i19}
