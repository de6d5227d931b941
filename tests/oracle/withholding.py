"""A workbook as if some of its rows had never been: by references alone, written apart from the product."""

from collections.abc import Callable, Sequence
from typing import Any

from tests.oracle.made_people import USERS
from tests.oracle.strategies import Sheets

Row = dict[str, Any]
Pick = Callable[[Sequence[Any]], Any]

ABOUT = {
    **dict.fromkeys(
        ("transparency", "stage_events", "approval_events", "checks", "concerns", "incidents", "privacy_reviews"),
        "volunteer_ref",
    ),
    **dict.fromkeys(("case_events", "committee_shares", "decisions", "actions", "referrals"), "subject_ref"),
    **dict.fromkeys(("source_assessments", "discussions"), "concern_ref"),
    "acknowledgements": "volunteer_ref",
    "check_platforms": "check_ref",
    "volunteers": "ref",
}
"""What each sheet is about. Users, guidance, consents and meetings are about no volunteer."""

BESIDE = {
    "users": "volunteer_ref",
    "concerns": "check_ref",
    "incidents": "concern_ref",
    "approval_events": "decision_ref",
}
"""What a row names beside it: blank where that is gone."""


def folded(cell: object) -> str | None:
    return None if cell is None else str(cell).strip().upper()


def refs(sheets: Sheets, *names: str) -> set[str]:
    return {str(folded(row["ref"])) for name in names for row in sheets[name]}


def dropped(sheets: Sheets, gone: set[str]) -> tuple[Sheets, set[str]]:
    """The workbook without these records and all that is about them, and the references that went."""
    while True:
        left = {name: [row for row in rows if not _is_gone(name, row, gone)] for name, rows in sheets.items()}
        went = _all_refs(sheets) - _all_refs(left)
        if went <= gone:
            return left, went
        gone = gone | went


def _is_gone(sheet: str, row: Row, gone: set[str]) -> bool:
    return folded(row.get("ref")) in gone or folded(row.get(ABOUT.get(sheet, "ref"))) in gone


def _all_refs(sheets: Sheets) -> set[str]:
    return {str(folded(row["ref"])) for rows in sheets.values() for row in rows if row.get("ref")}


def blanked(sheets: Sheets, gone: set[str]) -> Sheets:
    def row_of(name: str, row: Row) -> Row:
        column = BESIDE.get(name)
        return {**row, column: None} if column and folded(row.get(column)) in gone else row

    return {name: [row_of(name, row) for row in rows] for name, rows in sheets.items()}


def without_volunteer(sheets: Sheets, ref: str | None) -> Sheets:
    """As if this volunteer had never applied."""
    if ref is None:
        return sheets
    left, gone = dropped(sheets, {str(folded(ref))})
    return blanked(left, gone)


def aside(sheets: Sheets, email: str) -> set[str]:
    """The concerns and incidents from which somebody stood aside."""
    told = [row for row in sheets["committee_shares"] if email in (row["recused"] or "").lower().split("; ")]
    return {str(folded(row["subject_ref"])) for row in told} & refs(sheets, "concerns", "incidents")


def without_aside(sheets: Sheets, email: str) -> tuple[Sheets, set[str]]:
    """As if the matters from which somebody stood aside had never been, and the references that went with them."""
    cases = aside(sheets, email)
    stems = [(folded(row["ref"]), folded(row["concern_ref"])) for row in sheets["incidents"]]
    cases |= {concern for incident, concern in stems if incident in cases and concern}
    cases |= {incident for incident, concern in stems if incident and concern in cases}
    left, gone = dropped(sheets, cases)
    raised = [(folded(row["check_ref"]), folded(row["ref"]) in gone) for row in sheets["concerns"]]
    checks = {check for check, went in raised if went} - {check for check, went in raised if not went}
    left["checks"] = [cleared(row) if folded(row["ref"]) in checks else row for row in left["checks"]]
    left["approval_events"] = mended(left["approval_events"], gone)
    return blanked(left, gone), gone


def cleared(check: Row) -> Row:
    return {**check, "outcome": "NO_CONCERN"} if folded(check["outcome"]) == "CONCERN_RAISED" else check


def mended(events: list[Row], gone: set[str]) -> list[Row]:
    """The approval events without those that decisions in `gone` brought; each after a hole says what is before it."""
    instead = {id(row): row for row in events}
    for person in {folded(row["volunteer_ref"]) for row in events}:
        before, hole = None, False
        for row in sorted((row for row in events if folded(row["volunteer_ref"]) == person), key=_day):
            if folded(row.get("decision_ref")) in gone:
                hole = True
                del instead[id(row)]
                continue
            if hole:
                instead[id(row)] = {**row, "from_status": before}
            before, hole = row["to_status"], False
    return [instead[id(row)] for row in events if id(row) in instead]


def _day(row: Row) -> Any:
    return row["effective_on"]


def tangled(pick: Pick, sheets: Sheets) -> Sheets:
    """The workbook with links between what different volunteers are about; the first user is a volunteer as well."""

    def sometimes(options: Sequence[str], usual: object, percent: int = 30) -> object:
        return pick(options) if options and pick(range(100)) < percent else usual

    named = {name: sorted(refs(sheets, name)) for name in ("concerns", "checks", "decisions", "incidents", "actions")}
    everything = [ref for some in named.values() for ref in some]
    made = dict(sheets)
    made["concerns"] = [
        {**row, "check_ref": sometimes(named["checks"], row["check_ref"], 20), "owner": sometimes(USERS, None)}
        for row in sheets["concerns"]
    ]
    made["incidents"] = [
        {**row, "concern_ref": sometimes(named["concerns"], row["concern_ref"])} for row in sheets["incidents"]
    ]
    made["approval_events"] = [
        {**row, "decision_ref": sometimes(named["decisions"], None, 50)} for row in sheets["approval_events"]
    ]
    made["actions"] = [{**row, "subject_ref": sometimes(everything, row["subject_ref"])} for row in sheets["actions"]]
    made["referrals"] = [
        {**row, "subject_ref": sometimes(everything, row["subject_ref"], 10)} for row in sheets["referrals"]
    ]
    first, *others = sheets["users"]
    made["users"] = [{**first, "volunteer_ref": pick(sorted(refs(sheets, "volunteers")))}, *others]
    return made
