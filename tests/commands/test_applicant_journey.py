"""From the first enquiry to service, its end and a second application, by deeds alone."""

from datetime import date

import pytest
from sqlmodel import select

from bccc_dash.domain.errors import Refused
from bccc_dash.store.engine import reading
from bccc_dash.store.tables import ApprovalSpanRow, StageSpanRow
from tests.commands.applicant_cast import active, approvals, do, move, moves, number_of, papers, put_check, volunteer

DAY = date(2026, 3, 2)


def test_an_applicant_comes_to_serve_and_the_approval_goes_with_the_stages(centre):
    ref = active(centre)

    assert [to for _, to, _ in moves(centre)] == ["S0", "S1", "S2", "S3", "S4", "S5", "S6"]
    assert [start for start, _, _ in moves(centre)] == [None, "S0", "S1", "S2", "S3", "S4", "S5"]
    assert approvals(centre) == [(None, "NOT_YET_ASSESSED"), ("NOT_YET_ASSESSED", "IN_ASSESSMENT"), (None, "APPROVED")]
    assert (volunteer(centre, ref).started_on, volunteer(centre, ref).ended_on) == (DAY, None)


def test_what_is_kept_for_speed_follows_every_move(centre):
    number = number_of(centre, active(centre))
    with reading(centre) as session:
        stays = session.exec(select(StageSpanRow.stage).where(StageSpanRow.volunteer_id == number)).all()
        stood = session.exec(select(ApprovalSpanRow.status).where(ApprovalSpanRow.volunteer_id == number)).all()

    assert sorted(stays) == ["S0", "S1", "S2", "S3", "S4", "S5", "S6"]
    assert sorted(stood) == ["APPROVED", "IN_ASSESSMENT", "NOT_YET_ASSESSED"]


def test_who_comes_back_is_assessed_anew_and_old_papers_and_checks_do_not_count(centre):
    ref = active(centre)
    do(centre, "leave", ref=ref, moved_on=date(2026, 4, 1), end_reason="RETIRED")
    do(centre, "again", ref=ref, applied_on=date(2026, 5, 1))
    with pytest.raises(Refused, match="notice about internet use"):
        move(centre, ref, "S1", date(2026, 5, 2))
    papers(centre, ref, date(2026, 5, 2))
    move(centre, ref, "S1", date(2026, 5, 3))

    assert approvals(centre)[-2:] == [("APPROVED", "ENDED"), ("ENDED", "IN_ASSESSMENT")]
    with pytest.raises(Refused, match="No online check was begun in Stage 1"):
        move(centre, ref, "S2", date(2026, 5, 4))
    put_check(centre, ref, number=901, on=date(2026, 5, 4))
    move(centre, ref, "S2", date(2026, 5, 4))
    with pytest.raises(Refused, match="Interview: not met"):
        move(centre, ref, "S3", date(2026, 5, 5))
