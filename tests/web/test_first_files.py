"""What a browser fetches while somebody types a password."""

import json
import re

import pytest

from bccc_dash.web.first_files import FONTS, PARTS, first_fonts, first_scripts
from bccc_dash.web.scripts import script
from bccc_dash.web.static_files import streamlit_folder


@pytest.mark.parametrize("part", PARTS)
def test_each_part_is_found_in_the_installed_streamlit(part):
    assert any(name.startswith(f"/static/js/{part}.") for name in first_scripts())


def test_each_font_is_found_once():
    assert [name.split("/")[-1].split(".")[0] for name in first_fonts()] == list(FONTS)


def test_every_file_is_there_and_needs_no_script_beyond_them():
    folder, names = streamlit_folder(), set(first_scripts())

    for name in (*first_scripts(), *first_fonts()):
        assert (folder / name[1:]).is_file()
    for name in names:
        needed = re.findall(r'(?:from|import)\s*"\./([\w.-]+\.js)"', (folder / name[1:]).read_text("utf-8"))
        assert {f"/static/js/{one}" for one in needed} <= names


def test_what_needs_itself_or_what_is_not_there_is_taken_once(tmp_path):
    scripts = tmp_path / "static" / "js"
    scripts.mkdir(parents=True)
    (scripts / "Html.1.js").write_text('import{a}from"./b.2.js";import"./gone.js";import("./later.js")')
    (scripts / "b.2.js").write_text('import x from "./Html.1.js"')
    (scripts / "later.js").write_text("")

    assert first_scripts(tmp_path) == ("/static/js/Html.1.js", "/static/js/b.2.js")
    assert first_fonts(tmp_path) == ()


def test_the_script_of_the_small_pages_fetches_each_file_once():
    sent = script("/ahead.js")
    ahead = json.loads(re.fullmatch(r"const AHEAD = (.*);", sent.splitlines()[0])[1])
    named = [file for files in ahead.values() for file in files]

    assert set(first_scripts()) | set(first_fonts()) <= set(named)
    assert len(named) == len(set(named))
    assert all((streamlit_folder() / file[1:]).is_file() for file in named)
    assert [file for file in ahead["modulepreload"] if file.endswith(".js")]
    assert script("/watch.js").startswith("//")
