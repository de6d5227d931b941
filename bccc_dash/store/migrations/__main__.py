"""`python -m bccc_dash.store.migrations WHAT_CHANGES`: drafts the next step from the difference to the tables.

What it cannot see is written by hand: changed CHECKs, renamed columns, moved data.
"""

import sys
import tempfile
from pathlib import Path

from alembic import command

from bccc_dash.settings import sqlite_url
from bccc_dash.store import upgrade


def draft(message: str) -> None:
    """Write the next step's file into versions/."""
    number = len(upgrade._steps()) + 1
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "draft.db"
        file.touch()
        with upgrade.moving(sqlite_url(file)) as connection:
            if number > 1:
                upgrade.move(connection)
            config = upgrade._config()
            config.attributes["connection"] = connection
            command.revision(config, message, autogenerate=True, rev_id=f"{number:04}")


if __name__ == "__main__":
    draft(" ".join(sys.argv[1:]))
