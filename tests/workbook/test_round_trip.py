"""import(export(x)) = x: through the workbook file and through cell values, on both engines."""

import datetime as dt
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bccc_dash.workbook.exporting import write_workbook
from bccc_dash.workbook.sheets import SHEETS
from tests.oracle.strategies import workbooks
from tests.workbook.making import got, put, run, small, write_xlsx

pytestmark = pytest.mark.sqlite_first

QUIET = settings(
    max_examples=200 if os.environ.get("BCCC_SOAK") else 5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
DAY = dt.date(2026, 3, 1)
ODD = ["=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@x", "1.0", "007", "TRUE", "2026-03-01", "_x000D_", "_x005F_x0041_"]
ODDER = [
    "a\nb",
    "<r><t>x</t></r>",
    "<r></x></r>",
    "<r>",
    "_x0041_x0042_",
    "<script>alert(1)</script>",
    "**bold** [a](http://x)",
    "'; DROP TABLE users; --",
    "{{7*7}}",
    "&amp;",
]
TEXTS = st.one_of(
    st.sampled_from(
        [*ODD, *ODDER, "\u202eabc\u200b", "\u00a0", "https://bccc.example", "mailto:a@b.example", '"', "’"]
    ),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=20),
)


def exported(url: str, tmp_path: Path) -> Path:
    path = tmp_path / "out.xlsx"
    write_workbook(got(url), path, overwrite=True)
    return path


@pytest.mark.soak
@QUIET
@given(made=workbooks())
def test_what_is_exported_is_what_was_imported(made: Any, new_url: Callable[[], str], tmp_path: Path):
    first, second, third = new_url(), new_url(), new_url()
    put(first, made[0])
    stored = got(first)

    put(second, stored)
    run(exported(first, tmp_path), third)

    assert got(second) == stored
    assert got(third) == stored
    assert not run(exported(third, tmp_path), first).changes


@pytest.mark.soak
@QUIET
@given(texts=st.lists(TEXTS, min_size=1, max_size=6))
@example(texts=[*ODD, *ODDER])
def test_text_stays_the_text_it_was(texts: list[str], new_url: Callable[[], str], tmp_path: Path):
    first, second = new_url(), new_url()
    rows = [
        {"ref": f"V-{n}", "full_name": text.strip(" \t") or "x", "role_title": "H", "applied_on": DAY, "email": text}
        for n, text in enumerate(texts)
    ]
    put(first, {"volunteers": rows})

    run(exported(first, tmp_path), second)

    assert got(second) == got(first)
    kept = [row["email"] for row in got(second)["volunteers"]]
    assert kept == [text.strip(" \t") or None for text in texts]


@pytest.mark.parametrize("day", [dt.date(1, 1, 1), dt.date(1900, 2, 28), dt.date(1900, 3, 1), dt.date(9999, 12, 31)])
def test_every_day_survives(day, new_url, tmp_path):
    first, second = new_url(), new_url()
    put(first, {"volunteers": [{"ref": "V-1", "full_name": "A", "role_title": "B", "applied_on": day}]})

    run(exported(first, tmp_path), second)

    assert got(second)["volunteers"][0]["applied_on"] == day


def test_an_exported_workbook_holds_no_live_formula_and_every_sheet(url, tmp_path):
    put(url, {"volunteers": [{"ref": "=1", "full_name": "=A1", "role_title": "http://x.example", "applied_on": DAY}]})

    with zipfile.ZipFile(exported(url, tmp_path)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == len(SHEETS)
    assert all(b"<f" not in sheet and b"<hyperlink" not in sheet for sheet in sheets)


def test_a_workbook_that_counts_its_days_from_1904_is_read_right(url, tmp_path):
    grids = small(
        volunteers=[["ref", "full_name", "role_title", "applied_on", "started_on"], ["V-1", "A", "B", DAY, 44620]]
    )
    path = write_xlsx(tmp_path / "a.xlsx", grids, date_1904=True)

    run(path, url)

    (row,) = got(url)["volunteers"]
    assert (row["applied_on"], row["started_on"]) == (DAY, DAY)


def test_the_longest_lists_survive(new_url, tmp_path):
    first, second, dates = new_url(), new_url(), ";".join(["2026-03-01"] * 333)
    people = [f"{'a' * 30}{number:03}@b.example" for number in range(88)]
    put(
        first,
        {
            "users": [{"email": email, "display_name": "A", "role": "CHAIR"} for email in people],
            "volunteers": [{"ref": "V-1", "full_name": "A", "role_title": "B", "applied_on": DAY}],
            "actions": [
                {"ref": "A-1", "subject_ref": "V-1", "title": "T", "due_on": DAY, "status": "OPEN", "due_dates": dates}
            ],
            "meetings": [{"date": DAY, "kind": "x", "attendees": ";".join(people)}],
        },
    )

    run(exported(first, tmp_path), second)

    assert got(second) == got(first)
    assert len(str(got(second)["actions"][0]["due_dates"])) == 333 * 12 - 2
