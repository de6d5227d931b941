"""The import contracts refuse what they are there to refuse."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGE, ROOT

LINT = Path(sys.executable).with_name("lint-imports")


def lint(folder: Path, contract: str) -> subprocess.CompletedProcess[str]:
    command = [LINT, "--no-cache", "--contract", contract]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)  # our own words


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(PACKAGE, tmp_path / "bccc_dash", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("contract", "module", "line"),
    [
        pytest.param("layers", "store/engine.py", "import bccc_dash.reads", id="the store does not look up"),
        pytest.param("layers", "domain/words.py", "import bccc_dash.clock", id="rules do not ask the time"),
        pytest.param("domain", "domain/words.py", "import pandas", id="rules know no table library"),
        pytest.param("pure", "views/numbers.py", "import sqlalchemy", id="views know no database"),
        pytest.param("streamlit", "reads/overview.py", "import streamlit", id="only ui knows Streamlit"),
        pytest.param("database", "ui/show.py", "import sqlmodel", id="screens do not query"),
        pytest.param("frames", "figures/vetting.py", "import pandas", id="figures count in SQL"),
    ],
)
def test_an_import_against_the_flow_is_refused(copy, contract, module, line):
    with (copy / "bccc_dash" / module).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")

    assert "1 broken" in lint(copy, contract).stdout


def test_a_new_package_without_a_place_in_the_order_is_refused(copy):
    (copy / "bccc_dash" / "elsewhere.py").write_text('"""Nowhere."""\n', encoding="utf-8")

    assert "1 broken" in lint(copy, "layers").stdout


def test_the_layers_hold_as_they_are(copy):
    assert "1 kept, 0 broken" in lint(copy, "layers").stdout
