"""From which state to which a concern and a breach may move. Whatever is not in a table is refused.

Source: P29, P30, P31.
"""

from collections.abc import Mapping
from types import MappingProxyType

from bccc_dash.domain.case_vocabulary import ConcernStatus, IncidentStatus
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.labels import label

_NOT_THEM = ConcernStatus.NOT_THIS_PERSON

CONCERN_MOVES: Mapping[ConcernStatus, frozenset[ConcernStatus]] = MappingProxyType(
    {
        ConcernStatus.OPEN: frozenset({ConcernStatus.UNDER_REVIEW, _NOT_THEM}),
        ConcernStatus.UNDER_REVIEW: frozenset({ConcernStatus.AWAITING_COMMITTEE, _NOT_THEM}),
        ConcernStatus.AWAITING_COMMITTEE: frozenset({ConcernStatus.DECIDED, _NOT_THEM}),
        ConcernStatus.DECIDED: frozenset({ConcernStatus.CLOSED, ConcernStatus.REOPENED, _NOT_THEM}),
        ConcernStatus.CLOSED: frozenset({ConcernStatus.REOPENED, _NOT_THEM}),
        ConcernStatus.REOPENED: frozenset({ConcernStatus.UNDER_REVIEW, _NOT_THEM}),
        _NOT_THEM: frozenset(),
    }
)

INCIDENT_MOVES: Mapping[IncidentStatus, frozenset[IncidentStatus]] = MappingProxyType(
    {
        IncidentStatus.REPORTED: frozenset({IncidentStatus.INVESTIGATING}),
        IncidentStatus.INVESTIGATING: frozenset({IncidentStatus.AWAITING_DECISION}),
        IncidentStatus.AWAITING_DECISION: frozenset({IncidentStatus.DECIDED}),
        IncidentStatus.DECIDED: frozenset({IncidentStatus.CLOSED, IncidentStatus.REOPENED}),
        IncidentStatus.CLOSED: frozenset({IncidentStatus.REOPENED}),
        IncidentStatus.REOPENED: frozenset({IncidentStatus.INVESTIGATING}),
    }
)


def check_concern_moves(before: ConcernStatus, after: ConcernStatus) -> None:
    """Pass where a concern may move so.

    Raises: Refused.
    """
    if after not in CONCERN_MOVES[before]:
        raise Refused(
            f"A concern that is “{label(before)}” cannot become “{label(after)}”; {_to(CONCERN_MOVES[before])}."
        )


def check_incident_moves(before: IncidentStatus, after: IncidentStatus) -> None:
    """Pass where a breach may move so.

    Raises: Refused.
    """
    if after not in INCIDENT_MOVES[before]:
        raise Refused(
            f"A breach that is “{label(before)}” cannot become “{label(after)}”; {_to(INCIDENT_MOVES[before])}."
        )


def _to(moves: frozenset[ConcernStatus] | frozenset[IncidentStatus]) -> str:
    names = sorted(f"“{label(one)}”" for one in moves)
    return f"it can become {' or '.join(names)}" if names else "it stays as it is"
