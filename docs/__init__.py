"""The documents, and what writes those that come from code."""
