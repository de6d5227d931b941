"""What an import would change: each row of the file against the stored row that it is, known by its key."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.workbook.asking_chair import Asked, as_stored, asked_of_chair
from bccc_dash.workbook.changed_since import blame_changed, changed_here
from bccc_dash.workbook.checking import Checked
from bccc_dash.workbook.columns import Sheet
from bccc_dash.workbook.faults import SheetPreview
from bccc_dash.workbook.references import Known, known_after, resolved
from bccc_dash.workbook.sheets import POSITION, SHEETS
from bccc_dash.workbook.stored import Stored, Values, fold

HISTORY = ("differs from the row that is stored: history is not rewritten", "Add a correction as a new row instead.")


@dataclass
class SheetPlan:
    """What to write to one sheet: rows with their numbers; a changed row also as it was."""

    sheet: Sheet
    preview: SheetPreview
    added: list[tuple[int, Values]] = field(default_factory=list)
    changed: list[tuple[int, Values, Values]] = field(default_factory=list)


@dataclass
class Plan:
    """What an import writes, sheet by sheet, the references that are new, and what it lists for the chair.

    `is_first` where nothing was stored: then it takes the workbook as it is.
    """

    sheets: list[SheetPlan]
    new_records: list[tuple[int, RecordKind, str]]
    revision: int
    is_first: bool
    asked: list[Asked]

    @property
    def rows(self) -> int:
        return sum(len(one.added) + len(one.changed) for one in self.sheets)


def plan_import(sheets: Sequence[Checked], stored: Stored) -> Plan:
    """What the rows of a file change. Rows that name nothing, rewrite history, or would change what somebody changed
    here, are blamed in their `Checked`."""
    known = known_after(stored, sheets)
    asked: list[Asked] = []
    plans = {checked.sheet.name: _plan_sheet(checked, known, stored, asked) for checked in sheets}
    for sheet in SHEETS:
        if sheet.name not in plans and stored.counts.get(sheet.name):
            plans[sheet.name] = SheetPlan(sheet, SheetPreview(sheet.name, absent=stored.counts[sheet.name]))
    return Plan(list(plans.values()), known.new_records, stored.revision, stored.is_empty, asked)


def _plan_sheet(checked: Checked, known: Known, stored: Stored, asked: list[Asked]) -> SheetPlan:
    rows = resolved(checked, known)
    plan = SheetPlan(checked.sheet, SheetPreview(checked.sheet.name))
    if checked.sheet.name == "users" and not stored.is_empty:
        _match_known_people(plan, checked, rows, stored, asked)
    elif checked.sheet.record or checked.sheet.name == "users":
        _match_by_number(plan, checked, rows, known, stored)
    else:
        _match_by_key(plan, checked, rows, stored)
    preview = plan.preview
    preview.in_error = len(checked.rows_in_error)
    preview.absent = stored.counts.get(checked.sheet.name, 0) - preview.unchanged - len(plan.changed)
    preview.added, preview.changed = len(plan.added), len(plan.changed)
    return plan


def _match_by_number(plan: SheetPlan, checked: Checked, rows: list[Values], known: Known, stored: Stored) -> None:
    """Rows that have a reference, and the first users, are known by it."""
    old_rows = stored.rows.get(checked.sheet.name, {})
    is_users = checked.sheet.name == "users"
    for number, cells, row in zip(checked.numbers, checked.rows, rows, strict=True):
        if number in checked.rows_in_error:
            continue
        key = fold(str(cells[0]))
        own = known.users[key] if is_users else known.records[key][1]
        _compare(plan, checked, (number, cells), own, old_rows.get(own), row, stored)


def _match_known_people(
    plan: SheetPlan, checked: Checked, rows: list[Values], stored: Stored, asked: list[Asked]
) -> None:
    """Where people are known, a row of theirs changes a name at most; what else it says is asked of the chair."""
    old_rows = stored.rows.get(checked.sheet.name, {})
    for number, cells, row in zip(checked.numbers, checked.rows, rows, strict=True):
        if number in checked.rows_in_error:
            continue
        own = stored.users.get(fold(str(cells[0])))
        old = None if own is None else old_rows[own]
        asked.extend(asked_of_chair(checked, number, own, old, (cells, row)))
        if own is not None and old is not None:
            _compare(plan, checked, (number, cells), own, old, as_stored(checked.sheet, old, row), stored)


def _match_by_key(plan: SheetPlan, checked: Checked, rows: list[Values], stored: Stored) -> None:
    """The nth row of the file with a key is the nth stored row with it."""
    sheet = checked.sheet
    names = [column.name for column in sheet.kept]
    places = [names.index(name) for name in sheet.key if name != POSITION]
    waiting: dict[Values, list[tuple[int, Values]]] = defaultdict(list)
    for own, old in reversed(stored.rows.get(sheet.name, {}).items()):
        waiting[tuple(old[place] for place in places)].append((own, old))
    last = stored.last_ids.get(sheet.name, 0)
    for number, cells, row in zip(checked.numbers, checked.rows, rows, strict=True):
        if number in checked.rows_in_error:
            continue
        same = waiting.get(tuple(row[place] for place in places)) if waiting else None
        if same:
            _compare(plan, checked, (number, cells), *same.pop(), row, stored)
        else:
            last += 1
            plan.added.append((last, row))


def _compare(
    plan: SheetPlan,
    checked: Checked,
    read: tuple[int, Values],
    own: int,
    old: Values | None,
    row: Values,
    stored: Stored,
) -> None:
    """Note what becomes of one row: `read` is its number and cells, `row` the same with references resolved."""
    if old is None:
        plan.added.append((own, row))
    elif old == row:
        plan.preview.unchanged += 1
    elif plan.sheet.append_only:
        number, cells = read
        for column, cell, was, now in zip(plan.sheet.kept, cells, old, row, strict=True):
            if was != now:
                checked.blame(number, column.name, cell, *HISTORY)
    elif (change := changed_here(stored, checked, own)) is not None:
        blame_changed(checked, read, old, row, change, stored.names)
    else:
        plan.changed.append((own, old, row))
