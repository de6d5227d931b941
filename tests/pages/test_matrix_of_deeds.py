"""Every role before every deed at the records: the command says what the table of access says."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from bccc_dash.commands import deed
from bccc_dash.domain.access import may
from tests.pages.matrix_of_deeds import OF_DEEDS, deeds_of_the_product
from tests.pages.test_matrix import PEOPLE, centre, passes, undone

__all__ = ["centre"]


def differences(engine: Engine) -> Iterator[str]:
    """Who is let do what the table does not say, or kept from what it says."""
    for who, person in PEOPLE.items():
        for name, one in OF_DEEDS.items():
            with undone(engine) as session:
                if passes(lambda one=one, s=session, by=person: one(s, by)) != may(person, one.needs):
                    yield f"{who}: {name}"


def test_every_deed_at_the_records_is_in_the_matrix():
    assert set(OF_DEEDS) == deeds_of_the_product()


def test_every_deed_is_done_by_whom_the_table_of_access_names_and_by_nobody_else(centre):
    assert list(differences(centre)) == []


def test_a_frame_that_does_not_ask_is_told_apart(centre, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(deed, "check_may", lambda *_, **__: None)

    assert len(list(differences(centre))) > len(OF_DEEDS)
