"""Reading, checking and planning an import of the workbook; writing an export."""
