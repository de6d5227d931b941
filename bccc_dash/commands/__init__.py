"""Deeds: each changes the records and writes its audit row in one transaction, or does neither."""
