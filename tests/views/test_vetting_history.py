"""What is said of everybody in Stage 1, and of a history that is longer than is shown."""

import pytest

from bccc_dash.domain.applicant import About, Look, Stay, Way
from bccc_dash.views import vetting_sentences as sentences
from bccc_dash.views import vetting_tables as tables
from bccc_dash.views.sentence import plain
from tests.views.invented import AS_OF
from tests.views.test_vetting import a_vetting, unchecked


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((1,), "The one person in Stage 1 has not had the online check. None is"),
        ((1, 2), "Both people in Stage 1 have not had the online check. None is"),
        ((1, 2, 3), "All three people in Stage 1 have not had the online check. None is"),
    ],
)
def test_where_nobody_has_had_the_check_it_is_said_of_all(days, said):
    waiting = tuple(unchecked(f"V-{day}", day) for day in days)
    vetting = a_vetting({"S1": days}, unchecked=waiting, unchecked_in_all=len(days))

    assert plain(sentences.checks(vetting)).startswith(said)


def a_way(stays, looks, concerns):
    return Way(
        "V-1", (Stay("S0", AS_OF, None),), (Look("K-1", AS_OF, None),), (About("C-1", AS_OF),), stays, looks, concerns
    )


@pytest.mark.parametrize(
    ("way", "stays", "records"),
    [
        (a_way(1, 1, 1), "", ""),
        (a_way(31, 1, 1), "These are the latest 1 of 31 stays in a stage.", ""),
        (a_way(1, 2, 1), "", "These are the latest 1 of 2 checks."),
        (a_way(1, 2, 3), "", "These are the latest 1 of 2 checks. These are the latest 1 of 3 concerns."),
    ],
)
def test_a_history_that_is_cut_says_so(way, stays, records):
    assert (tables.earlier_stays(way), tables.earlier_records(way)) == (stays, records)
