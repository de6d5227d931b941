"""The words of the page "Safeguarding contacts"."""

from bccc_dash.views import contact_table as tables

__all__ = ["tables"]
