"""Slow imports and first uses, done once at the start so that no visitor waits for them."""

import altair as alt
import pandas as pd
import pyarrow as pa

from bccc_dash.ui import panels, shell, show  # noqa: F401  # what main.py imports, imported before the first visitor


def warm() -> None:
    """Draw one small picture and one small table: Altair and Arrow load most of themselves at their first use."""
    frame = pd.DataFrame({"day": [0], "words": ["warm"]})
    alt.LayerChart(layer=[alt.Chart(frame).mark_text().encode(x="day:Q", text="words:N")]).to_dict()
    pa.Table.from_pandas(frame)
