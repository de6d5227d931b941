"""A record that somebody changed here is not changed by an import: the row is an error that says who did, and when."""

from bccc_dash.clock import LONDON
from bccc_dash.domain.audit_words import actor_in_words, subject_of
from bccc_dash.domain.words import uk_date
from bccc_dash.store.audit import LastChange
from bccc_dash.workbook.checking import Checked
from bccc_dash.workbook.faults import Fault, shown
from bccc_dash.workbook.stored import Stored, Values, table_of

CHANGED = "was last changed by {who} on {day} at {time}, and an import changes only what an import wrote"
REMEDY = "Change it in the dashboard, or let the row say what an export says."


def changed_here(stored: Stored, checked: Checked, own: int) -> LastChange | None:
    """The last change of a stored row, where it was not an import's."""
    if not stored.changes:
        return None
    return stored.changes.get(subject_of(table_of(checked.sheet).name, own))


def blame_changed(
    checked: Checked, read: tuple[int, Values], old: Values, row: Values, change: LastChange, names: dict[int, str]
) -> None:
    """Blame a row that would change such a record, naming every column in which it differs."""
    number, cells = read
    differing = [column.name for column, was, now in zip(checked.sheet.kept, old, row, strict=True) if was != now]
    local = change.at.astimezone(LONDON)
    who = actor_in_words(change.actor, names)
    problem = CHANGED.format(who=who, day=uk_date(local.date()), time=f"{local:%H:%M}")
    column = ", ".join(checked.headings.heading(name) for name in differing)
    checked.faults.append(Fault(checked.name, number, column, shown(cells[0]), problem, REMEDY))
    checked.rows_in_error.add(number)
