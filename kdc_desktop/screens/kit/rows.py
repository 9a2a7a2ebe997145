"""Tables over frozen rows: a model that updates by difference, a filter, and the table itself."""

from kdc_desktop.screens.kit.row_filter import RowFilter
from kdc_desktop.screens.kit.row_model import Column, RowModel, RowRole, SortRole
from kdc_desktop.screens.kit.row_table import RowTable

__all__ = ["Column", "RowFilter", "RowModel", "RowRole", "RowTable", "SortRole"]
