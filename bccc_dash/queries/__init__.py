"""Questions put to the records: session in, counts or a few rows out."""
