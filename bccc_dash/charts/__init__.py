"""Pictures: a table and the colours in, an Altair chart out. No data work, no Streamlit, no clock."""
