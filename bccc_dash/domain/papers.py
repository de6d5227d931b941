"""What must be there before the notice, the signed form or the end of a permission is recorded."""

from collections.abc import Iterator
from datetime import date

from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.moving_on import ApplicationFacts
from bccc_dash.domain.stage_moves import ENDS
from bccc_dash.domain.words import uk_date


def _of_this_application(facts: ApplicationFacts, day: date) -> Iterator[Obstacle]:
    """A paper is of the application that is open."""
    if facts.stage is None or facts.stage in ENDS:
        yield Obstacle("No application is open for this person. Record a new application first.", "", "apply")
    elif facts.began_on is not None and day < facts.began_on:
        yield Obstacle(
            f"This application began on {uk_date(facts.began_on)}. A paper of an earlier one does not count for it: "
            "record one of that day or later.",
            "",
            "day",
        )


def _recording_notice(*, facts: ApplicationFacts, given_on: date, corrects: bool) -> Iterator[Obstacle]:
    """The notice about internet use is recorded once in each application; a correction says that it is one."""
    yield from _of_this_application(facts, given_on)
    if facts.notice_on is not None and not corrects:
        yield Obstacle(
            f"A notice given on {uk_date(facts.notice_on)} is on record. Say that this corrects it, if it does.",
            "P16",
            "corrects",
        )


def _recording_form(*, facts: ApplicationFacts, signed_on: date, corrects: bool) -> Iterator[Obstacle]:
    """A signed form is recorded where none gives permission yet; after permission was taken back, a newer one."""
    yield from _of_this_application(facts, signed_on)
    if facts.withdrawn_on is not None:
        if signed_on < facts.withdrawn_on:
            yield Obstacle(
                f"The permission was taken back on {uk_date(facts.withdrawn_on)}. "
                "Only a form signed on that day or later gives it again.",
                "P14",
                "day",
            )
    elif facts.signed_on is not None and facts.permission and not corrects:
        yield Obstacle(
            f"A form signed on {uk_date(facts.signed_on)} gives permission already. "
            "Say that this corrects it, if it does.",
            "P14",
            "corrects",
        )


def _withdrawing_permission(*, facts: ApplicationFacts, withdrawn_on: date) -> Iterator[Obstacle]:
    """Only a permission that stands can be taken back, on the day of its form or later."""
    yield from _of_this_application(facts, withdrawn_on)
    if facts.signed_on is None or not facts.permission or facts.withdrawn_on is not None:
        yield Obstacle("No permission stands that could be taken back. There is nothing to record.", "P14")
    elif withdrawn_on < facts.signed_on:
        yield Obstacle(
            f"The form was signed on {uk_date(facts.signed_on)}. Choose that day or a later one.", "P14", "day"
        )


RECORDING_NOTICE = Guard(_recording_notice, "P16")
check_can_record_notice, can_record_notice = RECORDING_NOTICE.check, RECORDING_NOTICE.holds
RECORDING_FORM = Guard(_recording_form, "P14")
check_can_record_form, can_record_form = RECORDING_FORM.check, RECORDING_FORM.holds
WITHDRAWING_PERMISSION = Guard(_withdrawing_permission, "P14")
check_can_withdraw_permission, can_withdraw_permission = WITHDRAWING_PERMISSION.check, WITHDRAWING_PERMISSION.holds
