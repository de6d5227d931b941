"""The Vetting page: its picture, and its sentences, tables and verdicts by name."""

from bccc_dash.charts.stage_track import stage_track
from bccc_dash.domain.vetting import Vetting
from bccc_dash.ui.panels import Panel, Tokens, panel
from bccc_dash.views import numbers, tracks
from bccc_dash.views import vetting_sentences as sentences
from bccc_dash.views import vetting_tables as tables
from bccc_dash.views import vetting_verdicts as verdicts

__all__ = ["NO_RECORD", "NO_STAGE", "sentences", "tables", "track", "verdicts"]

NO_STAGE = "No stage is recorded by this day."
NO_RECORD = "No online check and no concern is recorded by this day."


def track(vetting: Vetting, tokens: Tokens) -> Panel:
    """Return where everybody is, by stage. Source: P1, P22."""
    lanes, people, late = tracks.stage_lanes(vetting), tracks.stage_people(vetting), tracks.late_people(vetting)
    return panel(
        empty=not vetting.gaps.has_records,
        key="track",
        name="where everybody is",
        sentence=sentences.where(vetting),
        chart=stage_track(lanes, people, late, tokens),
        numbers=numbers.stage_numbers(vetting.stages),
        codes=("K6",),
    )
