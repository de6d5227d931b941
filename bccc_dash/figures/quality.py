"""K31: records that break a rule."""

from bccc_dash.figures.asking import Asking, Figure
from bccc_dash.queries.quality import findings_by_rule


def data_quality(asking: Asking) -> Figure:
    """K31: (record, rule) pairs at the day, by rule, zeros included."""
    by = findings_by_rule(asking.session, day=asking.period.as_of)
    return {"n": sum(by.values()), "by": {"rule": by}}
