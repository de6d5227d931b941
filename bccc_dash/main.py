"""The router: runs on every visit, settles database and dates, then shows the page that was asked for."""

from pathlib import Path

import streamlit as st

from bccc_dash.domain.errors import BcccError
from bccc_dash.ui import days, guide, menu, palette, shell, show, visitor

ROOT = Path(__file__).resolve().parent.parent
SHEET = (ROOT / "bccc_dash" / "ui" / "style.css").read_text("utf-8")


def run() -> None:
    """Show one page, or the sentence that says why there is none."""
    st.set_page_config(
        page_title="BCCC Dash", page_icon=str(ROOT / "data" / "icon.png"), layout="wide", initial_sidebar_state=300
    )
    st.html(palette.style(shell.tokens(), SHEET))
    try:
        if not shell.let_in():
            show.signed_out()
            return
        page = menu.chosen()
        if shell.is_demo():
            show.demo_banner()
        days.choose_period()
        guide.offer()
        show.who_is_there(visitor.signed_in())
        page.run()
    except BcccError as problem:
        show.problem(str(problem))


run()
