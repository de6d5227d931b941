"""The errors a person can meet, each with a sentence fit to show."""


class BcccError(Exception):
    """Something this product says in words. `str()` of it is the sentence to show."""


class Refused(BcccError):
    """The input is at fault, or a rule says no: the sentence tells what and how to mend it."""

    def __init__(self, sentence: str, *, clause: str | None = None) -> None:
        super().__init__(sentence)
        self.clause = clause


class CouldNotRun(BcccError):
    """The database, the disk or a setting is at fault, not what was asked."""


class BadRecord(BcccError):
    """A stored record holds what it never should; the sentence names it."""
