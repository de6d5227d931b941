import json

import pytest

from bccc_dash.domain.overview import BreachEffect, StageLane, StagePlace
from bccc_dash.ui import palette
from bccc_dash.ui.panels import overview as panels
from tests.views.invented import an_overview

ASKED = panels.PANELS


def drawn(key, overview=None, tokens=palette.LIGHT):
    return ASKED[key](overview or an_overview(), tokens).picture


def data_of(chart):
    return [row for rows in chart["datasets"].values() for row in rows]


def encodings(chart):
    return [layer["encoding"] for layer in chart["layer"]]


def texts(chart):
    return {str(value) for row in data_of(chart) for value in row.values()}


@pytest.mark.parametrize("key", ASKED)
@pytest.mark.parametrize("tokens", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
def test_every_picture_is_a_number_of_pixels_high_on_no_ground_of_its_own(key, tokens):
    chart = drawn(key, tokens=tokens)

    assert isinstance(chart["height"], int)
    assert chart["background"] == "transparent"


def test_lanes_stand_in_recruitment_order_not_in_that_of_the_alphabet():
    orders = {json.dumps(encoding["y"]["sort"]) for encoding in encodings(drawn("vetting"))}

    assert orders == {json.dumps(["S0", "S1", "S2", "S3", "S4", "S5"])}


def test_severities_stand_critical_first_and_an_empty_one_says_none():
    chart = drawn("concerns")

    rows = [encoding["y"]["sort"] for encoding in encodings(chart) if "sort" in encoding.get("y", {})]
    assert all(row == ["Critical", "High", "Medium", "Low"] for row in rows)
    assert "none" in texts(chart)


def test_effects_stand_undecided_first():
    x = [encoding["x"] for encoding in encodings(drawn("breaches")) if "sort" in encoding.get("x", {})]

    assert all(
        each["sort"] == ["Not decided", "No change", "Conditions", "Suspended", "Withdrawn", "Ended"] for each in x
    )


@pytest.mark.parametrize("key", ["concerns", "breaches", "reviews"])
def test_what_is_late_differs_in_shape_as_well_as_in_colour(key):
    marks = [encoding for encoding in encodings(drawn(key)) if "shape" in encoding]

    assert marks
    for encoding in marks:
        assert encoding["shape"]["condition"] == {"test": "datum.late", "value": "diamond"}
        assert encoding["shape"]["value"] == "circle"
        assert encoding["color"]["condition"]["test"] == "datum.late"


def test_the_late_of_the_track_carry_their_days_in_words():
    assert {"37 days", "83 days"} <= texts(drawn("vetting"))


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("vetting", {"Enquiry: 2", "target 14 days", "Probation: 1"}),
        ("concerns", {"92 days", "up to 7 days", "91 or more"}),
        ("breaches", {"Confidential matters discussed: waiting 90 days", "Not decided"}),
        ("reviews", {"5 overdue", "13 due in the next 90 days"}),
    ],
)
def test_every_picture_is_labelled_inside_and_has_no_legend(key, words):
    chart = drawn(key)

    assert words <= texts(chart)
    assert all(encoding.get(channel, {}).get("legend") is None for encoding in encodings(chart) for channel in encoding)


@pytest.mark.parametrize("key", ASKED)
def test_every_colour_comes_from_the_palette(key):
    written = json.dumps(drawn(key, tokens={name: f"<{name}>" for name in palette.LIGHT}))

    assert "#" not in written


def test_crowds_are_drawn_as_bars_and_as_counts():
    lane = StageLane("S2", "Interview", 28, 900, 10, 60, 400)
    crowd = an_overview(
        stages=(lane,),
        places=(StagePlace("S2", 10, 500, False), StagePlace("S2", 60, 400, True)),
        effects=(BreachEffect("OTHER", "undecided", 70, 400),),
    )

    assert "400 people, longest 60 days" in texts(drawn("vetting", crowd))
    assert any(row.get("bar") is True for row in data_of(drawn("vetting", crowd)))
    assert "× 70" in texts(drawn("breaches", crowd))


def test_a_picture_without_a_mark_is_not_drawn_but_the_stages_always_are():
    none = an_overview(ages=(), effects=(), reviews=(), places=())

    assert panels.concerns(none, palette.LIGHT).picture is None
    assert panels.breaches(none, palette.LIGHT).picture is None
    assert panels.reviews(none, palette.LIGHT).picture is None
    assert panels.vetting(none, palette.LIGHT).picture is not None


def test_nothing_recorded_draws_nothing():
    nothing = an_overview(has_records=False)

    assert all(
        ask(nothing, palette.LIGHT).picture is None and ask(nothing, palette.LIGHT).empty for ask in ASKED.values()
    )
