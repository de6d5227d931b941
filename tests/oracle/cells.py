"""The cells of a workbook as plain values: blank is None, references without case, words in capitals."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

Row = dict[str, Any]
Sheets = Mapping[str, Sequence[Mapping[str, object]]]

PEOPLE = {
    "checker",
    "authorised_by",
    "assessor",
    "proposed_by",
    "decided_by",
    "recorded_by",
    "by",
    "owner",
    "shared_by",
}
WORDS = {
    "from_stage",
    "to_stage",
    "from_status",
    "to_status",
    "status",
    "outcome",
    "trigger",
    "checker_role_at_time",
    "provenance",
    "identity_confidence",
    "source",
    "category",
    "breach_type",
    "severity",
    "objection_to",
    "deferral_reason",
    "content_status",
    "kind",
    "body",
    "end_reason",
    "audience",
    "child_age_appropriate",
}
TRUTHS = {
    "on_management_committee",
    "check_permission",
    "own_account_attested",
    "public_domain_attested",
    "no_password_attested",
    "affects_assessment",
    "affects_approval",
    "affects_length_of_service",
    "reason_is_conduct_not_belief",
}
SAID = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}


def _folds(column: str) -> bool:
    named = column == "ref" or (column.endswith("_ref") and column not in {"minute_ref", "subject_family_ref"})
    return named or column in PEOPLE or column == "email"


def _cell(column: str, value: object) -> object:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, str):
        value = value.strip(" \t")
    if value is None or value == "":
        return None
    if column in TRUTHS:
        return SAID[str(value).casefold()]
    if isinstance(value, str) and _folds(column):
        return value.casefold()
    if isinstance(value, str) and column in WORDS:
        return value.upper()
    return value


class Records(dict[str, list[Row]]):
    """Sheet name -> its rows in order. A sheet or a cell that is missing is empty."""

    def __missing__(self, name: str) -> list[Row]:
        return []

    def __init__(self, sheets: Mapping[str, list[Row]]) -> None:
        super().__init__(sheets)
        self._found: dict[tuple[str, str], dict[str | None, list[Row]]] = {}

    def naming(self, sheet: str, column: str, ref: str | None) -> list[Row]:
        """The rows of a sheet whose column holds this reference."""
        if (sheet, column) not in self._found:
            rows = self._found[sheet, column] = {}
            for row in self[sheet]:
                rows.setdefault(row[column], []).append(row)
        return self._found[sheet, column].get(ref, []) if ref is not None else []


class _Cells(dict[str, Any]):
    def __missing__(self, column: str) -> None:
        return None


def read(sheets: Sheets) -> Records:
    """The records of a workbook; each row also says its place in its sheet."""
    return Records(
        {
            name: [
                _Cells({column: _cell(column, value) for column, value in row.items()}, place=place)
                for place, row in enumerate(rows)
            ]
            for name, rows in sheets.items()
        }
    )


def people_in(cell: str | None) -> set[str]:
    """The e-mails in a list cell."""
    return {part.strip().casefold() for part in (cell or "").split(";") if part.strip()}


def is_blank(text: str | None) -> bool:
    return text is None or not text.strip()
