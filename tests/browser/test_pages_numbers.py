"""Every number in a sentence of every page that is a figure is the one that `figures --json` prints."""

import pytest

from bccc_dash.domain import words
from bccc_dash.domain.links import Place
from bccc_dash.ui.menu import MENU

pytestmark = pytest.mark.browser

WITH_FIGURES = (Place.VETTING, Place.CONCERNS, Place.BREACHES, Place.REVIEWS, Place.QUALITY)


@pytest.fixture(scope="module", params=["demonstration", "large"])
def centre(request, centres):
    return centres[request.param]


@pytest.fixture(scope="module")
def figures(centre):
    return centre.figures()


def ways_to_say(number):
    alone = {0: "none", 2: "both"}.get(number, words.number_word(number))
    said = {words.number_word(number), alone, words.figure(number)}
    return said | {words.capital(way) for way in said}


def value_at(figures, place):
    if place == "K6.over_target":
        return sum(stage["over_target"] for stage in figures["K6"]["by"]["stage"].values())
    found = figures
    for key in place.split("."):
        found = found[key]
    return found


@pytest.mark.parametrize("place", WITH_FIGURES, ids=lambda place: MENU[place].title)
def test_the_sentences_of_a_page_say_the_figures(centre, figures, look_at, place):
    page = look_at(centre.name, "light", f"/{place.value}").page
    spans = [(span.get_attribute("data-figure"), span.text_content()) for span in page.locator("[data-figure]").all()]
    said = [(name, text) for name, text in spans if name.split(".")[0] in figures]

    assert said
    for name, text in said:
        value = value_at(figures, name)
        if isinstance(value, dict):
            assert text == f"{value['n']:,} of {value['d']:,}", name
        else:
            assert text in ways_to_say(value), (name, text, value)
