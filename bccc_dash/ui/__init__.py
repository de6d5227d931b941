"""The seam to Streamlit: look, cached reads, and the few ways in which a page shows something."""
