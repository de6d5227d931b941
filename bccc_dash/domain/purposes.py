"""Why somebody looks at a name, or at what was written about a person: one of a few reasons, kept in the audit."""

from enum import StrEnum


class Purpose(StrEnum):
    """Each value is kept as it is; its sentence is in WORDS."""

    DECIDE = "DECIDE"
    SAFEGUARD = "SAFEGUARD"
    GET_IN_TOUCH = "GET_IN_TOUCH"
    TELL_APART = "TELL_APART"
    ANSWER_REQUEST = "ANSWER_REQUEST"
    DO_THE_WORK = "DO_THE_WORK"


WORDS = {
    Purpose.DECIDE: "to decide on this matter",
    Purpose.SAFEGUARD: "because somebody may be in danger",
    Purpose.GET_IN_TOUCH: "to get in touch with the person",
    Purpose.TELL_APART: "to make sure that it is the right person",
    Purpose.ANSWER_REQUEST: "to answer a request about the person's own data",
    Purpose.DO_THE_WORK: "in the course of the coordinator's or the lead's work",
}

TO_CHOOSE = tuple(purpose for purpose in Purpose if purpose is not Purpose.DO_THE_WORK)
"""What whoever reveals has to choose from. The other is told of those who see names as part of their duty."""
