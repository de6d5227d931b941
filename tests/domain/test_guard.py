"""A rule before a deed: what it says, and what it lets through."""

from collections.abc import Iterator

import pytest

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.guard import Guard, Obstacle


def _stops_baking(*, flour: int, eggs: int) -> Iterator[Obstacle]:
    """A cake needs flour and eggs."""
    if flour < 1:
        yield Obstacle("There is no flour. Buy some.", "P1", "buy")
    if eggs < 2:
        yield Obstacle("There are too few eggs.")


@pytest.fixture
def baking():
    yield Guard(_stops_baking, "P1")
    Guard.known.pop()


def test_the_first_obstacle_is_refused_with_its_clause(baking):
    with pytest.raises(Refused, match="There is no flour") as refused:
        baking.check(flour=0, eggs=0)
    assert refused.value.clause == "P1"


def test_an_obstacle_without_a_clause_is_refused_without_one(baking):
    with pytest.raises(Refused, match="too few eggs") as refused:
        baking.check(flour=1, eggs=1)
    assert refused.value.clause is None


def test_all_obstacles_are_told_in_order(baking):
    assert [one.answer for one in baking.obstacles(flour=0, eggs=1)] == ["buy", ""]
    assert not baking.holds(flour=0, eggs=1)


def test_nothing_in_the_way_passes(baking):
    baking.check(flour=1, eggs=2)
    assert baking.holds(flour=1, eggs=2)
    assert baking.obstacles(flour=1, eggs=2) == ()


def test_it_is_known_by_its_name_and_meaning(baking):
    assert (baking.name, baking.meaning, baking.clauses) == ("stops_baking", "A cake needs flour and eggs.", ("P1",))
    assert Guard.known[-1] is baking
