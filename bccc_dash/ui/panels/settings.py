"""The words of the page "Settings"."""

from bccc_dash.views import settings_tables as tables

__all__ = ["tables"]
