"""The pictures of the two pages are those of the Overview, drawn from the pages' own records."""

import json

import pytest

from bccc_dash.domain.overview import BreachEffect
from bccc_dash.ui import palette
from bccc_dash.ui.panels import breaches, reviews
from tests.views.test_breaches import affecting
from tests.views.test_breaches import facts as breach_facts
from tests.views.test_reviews import days
from tests.views.test_reviews import facts as review_facts

BREACHES = breach_facts(
    k14=affecting(undecided=1, ended=1, late=1),
    effects=(BreachEffect("CONFIDENTIALITY", "undecided", 1, 90), BreachEffect("OTHER", "ended", 1, None)),
)
REVIEWS = review_facts(*days(-47, -4, 3, 90))
PICTURES = {"breaches": (breaches.changed, BREACHES), "reviews": (reviews.line, REVIEWS)}


@pytest.mark.parametrize("name", PICTURES)
def test_what_is_late_differs_in_shape_as_well_as_in_colour(name):
    build, facts = PICTURES[name]
    marks = [
        layer["encoding"] for layer in build(facts, palette.LIGHT).picture["layer"] if "shape" in layer["encoding"]
    ]

    assert marks
    for encoding in marks:
        assert encoding["shape"]["condition"] == {"test": "datum.late", "value": "diamond"}
        assert encoding["color"]["condition"]["test"] == "datum.late"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("breaches", "Confidential matters discussed: waiting 90 days"),
        ("reviews", "2 overdue"),
        ("reviews", "2 due in the next 90 days"),
    ],
)
def test_the_picture_is_labelled_inside(name, said):
    build, facts = PICTURES[name]

    assert said in json.dumps(build(facts, palette.DARK).picture)


@pytest.mark.parametrize(("build", "facts"), [(breaches.changed, breach_facts()), (reviews.line, review_facts())])
def test_a_picture_without_a_mark_is_not_drawn(build, facts):
    assert build(facts, palette.LIGHT).picture is None
