"""The demonstration centre: invented, lively, and always as if of this week."""

from datetime import date
from random import Random

from bccc_dash.workbook import demo_large
from bccc_dash.workbook.demo_cases import RAISED_BY_APPLICANTS_CHECK, add_cases
from bccc_dash.workbook.demo_centre import Centre, Sheets, monday_of, with_references
from bccc_dash.workbook.demo_checks import add_checks, add_later_checks
from bccc_dash.workbook.demo_committee import add_actions, add_consents, add_guidance, add_meetings
from bccc_dash.workbook.demo_decisions import add_later_decisions
from bccc_dash.workbook.demo_people import add_people, cast
from bccc_dash.workbook.demo_reviews import add_reviews
from bccc_dash.workbook.demo_vetting import add_approvals, add_requirements, add_stages

VOLUNTEERS = 60
YEARS = 3
SEED = 20_190_301


def demo_sheets(today: date, *, volunteers: int = VOLUNTEERS, years: int = YEARS, seed: int = SEED) -> Sheets:
    """A workbook's cells: the demonstration centre, or a centre of another size made by rule for the bench.

    Bounds: every date is counted from the Monday of this week, so the picture moves by whole weeks;
    nothing is recorded as done after that Monday.
    """
    if (volunteers, years) == (VOLUNTEERS, YEARS):
        return _small_centre(today, seed=seed)
    return demo_large.large_centre(monday_of(today), volunteers=volunteers, years=years, seed=seed)


def _small_centre(today: date, *, seed: int) -> Sheets:
    centre = Centre(anchor=monday_of(today), first_day=-365 * YEARS + 3, chance=Random(seed))  # noqa: S311  no secret
    by_slot = cast(centre)
    people = list(by_slot.values())
    add_people(centre, people)
    add_stages(centre, people)
    add_requirements(centre, people)
    add_checks(centre, people, RAISED_BY_APPLICANTS_CHECK)
    add_later_checks(centre, by_slot)
    add_cases(centre, by_slot)
    add_later_decisions(centre, by_slot)
    add_approvals(centre, people)
    add_actions(centre, by_slot)
    add_consents(centre)
    add_guidance(centre, people)
    add_reviews(centre, people)
    add_meetings(centre)
    return with_references(centre.sheets)
