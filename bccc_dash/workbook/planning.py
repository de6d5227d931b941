"""What an import would change: each row of the file against the stored row that it is, known by its key."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.workbook.checking import Checked
from bccc_dash.workbook.columns import Sheet
from bccc_dash.workbook.faults import SheetPreview
from bccc_dash.workbook.references import Known, known_after, resolved
from bccc_dash.workbook.sheets import POSITION, SHEETS
from bccc_dash.workbook.stored import Stored, Values, fold

HISTORY = ("differs from the row that is stored: history is not rewritten", "Add a correction as a new row instead.")


@dataclass(slots=True)
class SheetPlan:
    """What to write to one sheet: rows with their numbers; a changed row also as it was."""

    sheet: Sheet
    preview: SheetPreview
    added: list[tuple[int, Values]] = field(default_factory=list)
    changed: list[tuple[int, Values, Values]] = field(default_factory=list)


@dataclass(slots=True)
class Plan:
    """What an import writes, sheet by sheet, and the references that are new."""

    sheets: list[SheetPlan]
    new_records: list[tuple[int, RecordKind, str]]
    revision: int

    @property
    def rows(self) -> int:
        return sum(len(one.added) + len(one.changed) for one in self.sheets)


def plan_import(sheets: Sequence[Checked], stored: Stored) -> Plan:
    """What the rows of a file change. Rows that name nothing, or rewrite history, are blamed in their `Checked`."""
    known = known_after(stored, sheets)
    plans = {checked.sheet.name: _plan_sheet(checked, known, stored) for checked in sheets}
    for sheet in SHEETS:
        if sheet.name not in plans and stored.counts.get(sheet.name):
            plans[sheet.name] = SheetPlan(sheet, SheetPreview(sheet.name, absent=stored.counts[sheet.name]))
    return Plan(list(plans.values()), known.new_records, stored.revision)


def _plan_sheet(checked: Checked, known: Known, stored: Stored) -> SheetPlan:
    rows = resolved(checked, known)
    plan = SheetPlan(checked.sheet, SheetPreview(checked.sheet.name))
    if checked.sheet.record or checked.sheet.name == "users":
        _match_by_number(plan, checked, rows, known, stored)
    else:
        _match_by_key(plan, checked, rows, stored)
    preview = plan.preview
    preview.in_error = len(checked.rows_in_error)
    preview.absent = stored.counts.get(checked.sheet.name, 0) - preview.unchanged - len(plan.changed)
    preview.added, preview.changed = len(plan.added), len(plan.changed)
    return plan


def _match_by_number(plan: SheetPlan, checked: Checked, rows: list[Values], known: Known, stored: Stored) -> None:
    """Rows that have a reference, and users, are known by it."""
    old_rows = stored.rows.get(checked.sheet.name, {})
    is_users = checked.sheet.name == "users"
    for number, cells, row in zip(checked.numbers, checked.rows, rows, strict=True):
        if number in checked.rows_in_error:
            continue
        key = fold(str(cells[0]))
        own = known.users[key] if is_users else known.records[key][1]
        old = old_rows.get(own)
        if old is not None and is_users:
            row = (old[0], *row[1:])  # the e-mail stays as it was first written
        _compare(plan, checked, (number, cells), own, old, row)


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
            _compare(plan, checked, (number, cells), *same.pop(), row)
        else:
            last += 1
            plan.added.append((last, row))


def _compare(
    plan: SheetPlan, checked: Checked, read: tuple[int, Values], own: int, old: Values | None, row: Values
) -> None:
    """Note what becomes of one row: `read` is its number and cells, `row` the same with references resolved."""
    if old is None:
        plan.added.append((own, row))
    elif old == row:
        plan.preview.unchanged += 1
    elif not plan.sheet.append_only:
        plan.changed.append((own, old, row))
    else:
        number, cells = read
        for column, cell, was, now in zip(plan.sheet.kept, cells, old, row, strict=True):
            if was != now:
                checked.blame(number, column.name, cell, *HISTORY)
