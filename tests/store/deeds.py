"""What the kill tests kill, and how it is done in a process of its own."""

import os
import traceback
from collections.abc import Callable
from pathlib import Path

from bccc_dash.store import upgrade
from bccc_dash.store.restore import restore
from bccc_dash.store.schema import prepare
from bccc_dash.workbook.importing import import_path

REAL = upgrade.MIGRATIONS / "versions"
NEXT_STEP = '''"""A step of tests: a new column, and three tables built anew, which loses their triggers."""

import sqlalchemy as sa
from alembic import op

revision = "9000"
down_revision = "{before}"


def upgrade() -> None:
    anew = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    with op.batch_alter_table("volunteers", recreate=anew) as batch:
        batch.add_column(sa.Column("shirt", sa.String(20), nullable=True))
    with op.batch_alter_table("records", recreate=anew) as batch:
        batch.add_column(sa.Column("sheet", sa.String(20), nullable=True))
    with op.batch_alter_table("stage_events", recreate=anew) as batch:
        batch.add_column(sa.Column("weather", sa.String(20), nullable=True))
'''


def know_one_step_more(folder: Path) -> None:
    """Let this process be a later version of the program, by one step, which is written into `folder`."""
    config = upgrade._config
    before = upgrade.latest_step()
    folder.mkdir(exist_ok=True)
    (folder / "next_step.py").write_text(NEXT_STEP.format(before=before))

    def with_both():
        found = config()
        found.set_main_option("path_separator", "newline")
        found.set_main_option("version_locations", f"{REAL}\n{folder}")
        return found

    upgrade._config = with_both
    upgrade._steps.cache_clear()


def migrate(url: str, folder: Path) -> None:
    prepare(url, backups=folder / "backups")


def migrate_further(url: str, folder: Path) -> None:
    know_one_step_more(folder / "versions")
    prepare(url, backups=folder / "backups")


def put_back(url: str, folder: Path) -> None:
    restore(url, folder / "copy.db", backups=folder / "backups")


def bring_in(url: str, folder: Path) -> None:
    import_path(folder / "workbook", url=url, backups=folder / "backups", rows_a_sheet=100_000)


def begin(do: Callable[[], None], fault: Path) -> int:
    """Do it in a child; returns its number. The child ends with 0, or with 1 and what went wrong in a file."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        do()
        code = 0
    except BaseException:
        fault.write_text(traceback.format_exc())
    finally:
        os._exit(code)
