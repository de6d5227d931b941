"""The server: `streamlit run app.py`. The gate stands before Streamlit; the pages are chosen in bccc_dash/main.py."""

import streamlit as st
from starlette.middleware import Middleware

from bccc_dash.ui import start
from bccc_dash.web.gate import Gate
from bccc_dash.web.static_files import Copies, StaticFiles, streamlit_folder

start.refuse_other_addresses()

app = st.App(
    "bccc_dash/main.py",
    routes=[],
    middleware=[Middleware(Gate), Middleware(StaticFiles, copies=Copies(streamlit_folder()))],
    lifespan=start.lifespan,
)
