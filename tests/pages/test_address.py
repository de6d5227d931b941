"""What is chosen stands in the address as a code; what the address says wrongly is left out and said."""

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from bccc_dash.ui import address

SCRIPT = """
import streamlit as st
from bccc_dash.ui import address

address.begin()
address.foreign(("severity", "unshared", "page"))
severity = address.choice("severity", "Severity", ["", "HIGH", "LOW"], lambda code: f"{code or 'Any'} (2)")
unshared = address.flag("unshared", "Not shared")
part = address.page(60, 25)
address.oddities()
address.parts(60, 25)
st.button("Clear", key="clear", on_click=address.clear, args=(("severity", "unshared"),))
st.text(f"severity={severity} unshared={unshared} part={part}")
"""


def opened(**asked):
    app = AppTest.from_string(SCRIPT)
    for name, value in asked.items():
        app.query_params[name] = value
    return app.run()


def said(app):
    assert not app.exception
    return app.text[0].value


def test_an_address_without_choices_shows_everything():
    assert said(opened()) == "severity= unshared=False part=1"


def test_the_address_chooses():
    assert said(opened(severity="HIGH", unshared="yes", page="3")) == "severity=HIGH unshared=True part=3"


def test_what_is_chosen_goes_into_the_address_as_a_code_and_a_default_out_of_it():
    app = opened()

    app.selectbox(key="severity").select("HIGH").run()
    assert app.query_params["severity"] == "HIGH"
    app.selectbox(key="severity").select("").run()

    assert "severity" not in app.query_params
    assert said(app) == "severity= unshared=False part=1"


def test_a_box_is_ticked_and_unticked():
    app = opened()

    app.checkbox(key="unshared").check().run()
    assert app.query_params["unshared"] == "yes"
    app.checkbox(key="unshared").uncheck().run()

    assert "unshared" not in app.query_params


def test_another_choice_begins_at_the_first_part():
    app = opened(page="3")

    app.selectbox(key="severity").select("LOW").run()

    assert said(app) == "severity=LOW unshared=False part=1"
    assert "page" not in app.query_params


def test_an_address_that_changes_by_itself_is_followed():
    """As it does when somebody presses the back button."""
    app = opened(severity="HIGH")

    app.query_params["severity"] = "LOW"
    assert said(app.run()) == "severity=LOW unshared=False part=1"
    del app.query_params["severity"]

    assert said(app.run()) == "severity= unshared=False part=1"


def test_everything_chosen_is_cleared_at_once():
    app = opened(severity="HIGH", unshared="yes", page="2")

    app.button(key="clear").click().run()

    assert said(app) == "severity= unshared=False part=1"
    assert not dict(app.query_params)


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"severity": "NARNIA"}, "severity = NARNIA"),
        ({"severity": "high"}, "severity = high"),
        ({"unshared": "perhaps"}, "unshared = perhaps"),
        ({"page": "4"}, "page = 4"),
        ({"page": "0"}, "page = 0"),
        ({"page": "-1"}, "page = "),
        ({"page": "٣"}, "page = ٣"),
        ({"page": "9" * 10_000}, "page = 999"),
        ({"severity": "y" * 10_000}, "severity = yyy"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_is_not_here_is_left_out_and_said_in_one_sentence(asked, named):
    app = opened(**asked)

    assert said(app) == f"severity= unshared=False part={3 if asked.get('page') == '4' else 1}"
    assert len(app.warning) == 1
    assert named in app.warning[0].value.replace("\\", "")
    assert len(app.warning[0].value) < 400


def test_it_is_said_once_only():
    app = opened(severity="NARNIA")

    assert not app.run().warning


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "**bold** [x](javascript:1)", "\u202egnp", "\x00"])
def test_a_hostile_value_stays_text(hostile):
    app = opened(severity=hostile)

    assert said(app) == "severity= unshared=False part=1"
    assert "**bold**" not in app.warning[0].value


@pytest.mark.parametrize(
    ("asked", "reference"),
    [
        ("C-1", "C-1"),
        ("  C-1 ", "C-1"),
        ("C-1\x00", "C-1"),
        ("\x00", ""),
        ("C-1\ud800", "C-1?"),
        ("x" * 10_000, "x" * 201),
        ("", ""),
    ],
)
def test_a_reference_is_fit_to_be_looked_up(monkeypatch, asked, reference):
    monkeypatch.setattr(st, "query_params", {"case": asked})

    assert address.reference("case") == reference
