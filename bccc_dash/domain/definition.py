"""The shape of a figure's definition."""

from dataclasses import dataclass

POLICY = "policy"
BCCC_DEFAULT = "BCCC default, not policy"
CONTEXT = "context only, no target"

N_OF_D, COUNT, DAYS = "n of d", "a count", "a median with its range and number"


@dataclass(frozen=True)
class Definition:
    """A figure in words: what is counted, of whom, when, by which clause, against which target."""

    code: str
    title: str
    words: str
    clauses: tuple[str, ...]
    target: str | None
    target_source: str
    unit: str
    shown_as: str

    def sentence(self) -> str:
        """The definition, its target with where it comes from, and its clauses, as small print."""
        target = f" Target: {self.target} ({self.target_source})." if self.target else ""
        clauses = f" Clauses: {', '.join(self.clauses)}." if self.clauses else ""
        return f"{self.words}{target}{clauses}"
