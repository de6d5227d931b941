"""What stands before Streamlit: who may come in, and the headers of every answer."""
