"""The words that both the list of concerns and one concern need."""

from bccc_dash.domain.case_vocabulary import Severity, Source
from bccc_dash.domain.labels import label
from bccc_dash.domain.sight import IN_CONFIDENCE
from bccc_dash.domain.vocabulary import Role
from bccc_dash.domain.workbench import Owner


def owner_name(owner: Owner) -> str:
    """Return somebody's role, with a number from the second of that role on. Never a name."""
    role = label(Role(owner.role))
    return role if owner.nth == 1 else f"{role}, no. {owner.nth}"


def severity_name(severity: str) -> str:
    """Return what people call a severity."""
    return label(Severity(severity))


def source_name(source: str) -> str:
    """Return who or what a concern came from; "In confidence" where whether it was a child or a family is not said."""
    return "In confidence" if source == IN_CONFIDENCE else label(Source(source))


def lowered(text: str) -> str:
    """Return a text that goes on after a comma: its first letter small, unless it begins an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
