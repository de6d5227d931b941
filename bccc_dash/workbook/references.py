"""References and people, from text to the numbers of the rows that they name, those of the same file included."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from bccc_dash.domain.labels import label
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.workbook.cells import parts
from bccc_dash.workbook.checking import Checked
from bccc_dash.workbook.columns import Column, Kind
from bccc_dash.workbook.faults import BadCell
from bccc_dash.workbook.stored import Stored, Values, fold

NOBODY_KNOWN = (
    "is the e-mail of nobody who is known here, and an import adds nobody",
    "Add the person first: python -m bccc_dash user add EMAIL NAME ROLE; or correct the e-mail.",
)
SHEET_OF = {
    RecordKind.VOLUNTEER: "volunteers",
    RecordKind.CHECK: "checks",
    RecordKind.CONCERN: "concerns",
    RecordKind.INCIDENT: "incidents",
    RecordKind.DECISION: "decisions",
    RecordKind.ACTION: "actions",
    RecordKind.CONSENT: "consents",
}


@dataclass
class Known:
    """Every record and person that is stored or in the file, by folded reference and e-mail.

    `unread` are the sheets of which a part could not be read: what is not known may stand there, and is not blamed.
    Where an import `adds_people`, those of its sheet of users are known too.
    """

    records: dict[str, tuple[RecordKind, int]]
    users: dict[str, int]
    new_records: list[tuple[int, RecordKind, str]] = field(default_factory=list)
    met_records: dict[str, tuple[str, int]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    adds_people: bool = True


def known_after(stored: Stored, sheets: Sequence[Checked]) -> Known:
    """What can be named once the file is in: new references and people get their numbers in the file's order.

    A reference met twice, or already another record's, is blamed at its row.
    """
    known = Known(dict(stored.records), dict(stored.users), adds_people=stored.is_empty)
    known.unread = {checked.sheet.name for checked in sheets if checked.is_incomplete}
    last = stored.last_ids.get("records", 0)
    for checked in sheets:
        if checked.sheet.record is not None:
            last = _number_records(known, checked, checked.sheet.record, last)
        elif checked.sheet.name == "users":
            _number_users(known, checked, stored.last_ids.get("users", 0))
    return known


def _keys(checked: Checked) -> list[tuple[int, str]]:
    """The first cell of each row, by row: good rows and those in error."""
    good = zip(checked.numbers, (str(row[0]) for row in checked.rows), strict=True)
    return sorted(chain(good, checked.keys_in_error)) if checked.keys_in_error else list(good)


def _number_records(known: Known, checked: Checked, kind: RecordKind, last: int) -> int:
    met = known.met_records
    for number, ref in _keys(checked):
        folded = fold(ref)
        if folded in met:
            _blame_second(checked, number, ref, met[folded])
            continue
        met[folded] = (checked.name, number)
        found = known.records.get(folded)
        if found is None:
            last += 1
            known.records[folded] = (kind, last)
            known.new_records.append((last, kind, ref))
        elif found[0] is not kind:
            problem = f"is already the reference of {_a(found[0])}"
            checked.blame(number, "ref", ref, problem, "References are unique across sheets: give it another.")
    return last


def _number_users(known: Known, checked: Checked, last: int) -> None:
    met: dict[str, tuple[str, int]] = {}
    for number, email in _keys(checked):
        folded = fold(email)
        if folded in met:
            _blame_second(checked, number, email, met[folded])
            continue
        met[folded] = (checked.name, number)
        if folded not in known.users and known.adds_people:
            last += 1
            known.users[folded] = last


def _blame_second(checked: Checked, number: int, text: str, first: tuple[str, int]) -> None:
    """Blame a key that was met before in the file."""
    column = checked.sheet.columns[0].name
    problem = f"is there twice: it is also in {first[0]}, row {first[1]}"
    checked.blame(number, column, text, problem, "Give each its own, or delete one row.")


def _a(kind: RecordKind) -> str:
    name = label(kind).lower()
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def resolved(checked: Checked, known: Known) -> list[Values]:
    """The rows of a sheet with numbers in the place of references and e-mails.

    A row that names nothing that is known is blamed, and keeps None there. So are the good cells of a row in error.
    """
    skipped = 1 if checked.sheet.record else 0
    finders = [
        (place - skipped, column, _finder(column, known))
        for place, column in enumerate(checked.sheet.columns)
        if column.names_record or column.kind in (Kind.PERSON, Kind.PEOPLE)
    ]
    if not finders:
        return [row[skipped:] for row in checked.rows]
    for number, row in checked.partly_read:
        _resolved_row(checked, number, list(row[skipped:]), finders)
    return [_resolved_row(checked, number, list(row[skipped:]), finders) for number, row in _numbered(checked)]


def _numbered(checked: Checked) -> Iterable[tuple[int, Values]]:
    return zip(checked.numbers, checked.rows, strict=True)


Finder = Callable[[str], object]


def _resolved_row(
    checked: Checked, number: int, row: list[object], finders: list[tuple[int, Column, Finder]]
) -> Values:
    for place, column, find in finders:
        text = row[place]
        if text is None:
            row[place] = () if column.kind is Kind.PEOPLE else None
            continue
        try:
            row[place] = find(str(text))
        except BadCell as bad:
            checked.blame(number, column.name, text, bad.problem, bad.remedy)
            row[place] = None
    return tuple(row)


def _finder(column: Column, known: Known) -> Finder:
    if column.kind is Kind.PEOPLE:
        return lambda text: tuple(_user(known, email) for email in parts(text))
    if column.kind is Kind.PERSON:
        return lambda text: _user(known, text)
    return lambda text: _record(known, column, text)


def _user(known: Known, email: str) -> int | None:
    found = known.users.get(fold(email))
    if found is None and not known.adds_people:
        raise BadCell(*NOBODY_KNOWN)
    if found is None and "users" not in known.unread:
        raise BadCell("is the e-mail of nobody in users", "Add the person to the sheet users, or correct the e-mail.")
    return found


def _record(known: Known, column: Column, ref: str) -> int | None:
    found = known.records.get(fold(ref))
    if found is None and any(SHEET_OF[kind] in known.unread for kind in column.refers):
        return None
    if found is None:
        raise BadCell("is a reference that names nothing", f"Add it to {_sheets_for(column)}, or correct it.")
    kind, number = found
    if kind not in column.refers:
        raise BadCell(f"is the reference of {_a(kind)}", f"Name a row of {_sheets_for(column)}.")
    return number


def _sheets_for(column: Column) -> str:
    sheets = [sheet for kind, sheet in SHEET_OF.items() if kind in column.refers]
    return f"the sheet {sheets[0]}" if len(sheets) == 1 else f"one of the sheets {', '.join(sheets)}"
