"""The files that the dashboard's first page needs: a browser fetches them while somebody types a password."""

import re
from functools import cache
from pathlib import Path

from bccc_dash.web.headers import index_page
from bccc_dash.web.static_files import streamlit_folder

# What the first page shows, by the names that Streamlit gives its parts; each part names the files that it needs.
PARTS = (
    *("ArrowVegaLiteChart", "DateInput", "Html", "PageLink", "Selectbox", "StreamlitMarkdown", "Table", "embed"),
    *("CustomTheme", "Toolbar", "vega-interpreter"),
)
FONTS = ("SourceSerifVariable-Roman", "SourceSansVF-Upright", "MaterialSymbols-Rounded")
_SCRIPT = re.compile(r'<script[^>]* src="\.?(/static/[^"]+\.js)"')
_STYLE = re.compile(r'<link[^>]* href="\.?(/static/[^"]+\.css)"')
_NEEDED = re.compile(r'(?:from|import)\s*"\./([\w.-]+\.js)"')


@cache
def fetched_ahead() -> dict[str, tuple[str, ...]]:
    """Return the files of the first page, by how a browser is asked to fetch each ahead (`rel` of a link)."""
    begins = tuple(_SCRIPT.findall(index_page()))
    later = (*_STYLE.findall(index_page()), *first_fonts(), *first_scripts())
    return {"modulepreload": begins, "prefetch": tuple(file for file in later if file not in begins)}


@cache
def first_scripts(folder: Path | None = None) -> tuple[str, ...]:
    """Return where the scripts of PARTS are, and all that they need, in the order of their names."""
    scripts = (folder or streamlit_folder() or Path()) / "static" / "js"
    known = {path.name: path for path in scripts.glob("*.js")}
    wanted = [name for name in known if name.split(".")[0] in PARTS]
    found: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name in known and name not in found:
            found.add(name)
            wanted += _NEEDED.findall(known[name].read_text("utf-8"))
    return tuple(f"/static/js/{name}" for name in sorted(found))


@cache
def first_fonts(folder: Path | None = None) -> tuple[str, ...]:
    """Return where the fonts of the first page are."""
    media = (folder or streamlit_folder() or Path()) / "static" / "media"
    return tuple(f"/static/media/{path.name}" for name in FONTS for path in sorted(media.glob(f"{name}.*")))
