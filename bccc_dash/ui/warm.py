"""Slow imports and first uses, done once at the start so that no visitor waits for them."""

import gc
from importlib import import_module

# What main.py and the pages import. Not at the top: Streamlit's caches look for a running server when they are made.
_LATE = (
    "pyarrow",
    "bccc_dash.ui.days",
    "bccc_dash.ui.show",
    "bccc_dash.ui.guide",
    "bccc_dash.ui.workbench",
    "bccc_dash.ui.applicants",
    "bccc_dash.ui.audit_trail",
    "bccc_dash.ui.panels.overview",
    "bccc_dash.ui.panels.breaches",
    "bccc_dash.ui.panels.reviews",
    "bccc_dash.ui.panels.quality",
    "bccc_dash.ui.panels.worked_out",
)


def warm() -> None:
    """Import what the pages need and draw one small picture: Altair loads most of itself at its first use."""
    for name in _LATE:
        import_module(name)
    alt, pd = import_module("altair"), import_module("pandas")
    frame = pd.DataFrame({"day": [0], "words": ["warm"]})
    alt.LayerChart(layer=[alt.Chart(frame).mark_text().encode(x="day:Q", text="words:N")]).to_dict()
    # What was loaded stays. Looking through all of it for rubbish, now and then, takes a quarter of a second each time.
    gc.collect()
    gc.freeze()
