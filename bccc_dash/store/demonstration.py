"""The mark of the demonstration centre's database, in which every person is invented."""

from sqlmodel import Session

from bccc_dash.store.tables import SettingRow

ANCHOR = "demo_anchor"


def anchor(session: Session) -> str | None:
    """The Monday for which the demonstration was made; None in a database of anything else."""
    row = session.get(SettingRow, ANCHOR)
    return None if row is None else row.value
