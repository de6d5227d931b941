"""The documents that come from code say what the code says."""

import tomllib

from bccc_dash.store.tables import RecordRow
from docs.build import FOLDER, out_of_date, purposes

TABLES = RecordRow.metadata.tables


def test_the_generated_documents_are_current():
    assert out_of_date() == []


def test_no_meaning_is_told_of_a_column_that_is_gone():
    told = tomllib.loads((FOLDER / "meanings.toml").read_text(encoding="utf-8"))
    shared = told.pop("shared")

    assert [f"{name}.{column}" for name in told for column in told[name] if column not in TABLES[name].columns] == []
    assert [column for column in shared if not any(column in table.columns for table in TABLES.values())] == []


def test_every_table_says_what_it_is_for():
    assert [name for name in TABLES if len(purposes().get(name, "")) < 20] == []


def test_every_word_that_the_read_me_points_at_exists():
    words = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    named = [part.split(")")[0].split("#")[0] for part in words.split("](")[1:]]

    assert [link for link in named if "://" not in link and not (FOLDER.parent / link).exists()] == []
