"""The server: `streamlit run app.py`. The gate stands before Streamlit; the pages are chosen in bccc_dash/main.py."""

import streamlit as st

from bccc_dash.ui import start
from bccc_dash.web import mount

settings = start.settings_of_server()

app = st.App(
    "bccc_dash/main.py",
    routes=mount.routes(settings),
    middleware=mount.middleware(settings),
    lifespan=start.lifespan,
)
