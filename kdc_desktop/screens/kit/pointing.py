"""Points at rows of a table: they are selected, and the first of them is scrolled to."""

from collections.abc import Collection, Hashable
from itertools import islice

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from kdc_desktop.screens.kit.row_table import RowTable

MOST_SELECTED_ROWS = 100
"""More are not selected: the first of them is shown."""


def point_at(table: RowTable, keys: Collection[Hashable]) -> bool:
    """Select the rows with these keys, and scroll to the first; False when none is shown."""
    model = table.filter.rows
    if model is None:
        return False
    places = [model.position(key) for key in islice(keys, MOST_SELECTED_ROWS)]
    indexes = [table.filter.mapFromSource(model.index(at, 0)) for at in places if at is not None]
    found = sorted((index for index in indexes if index.isValid()), key=lambda index: index.row())
    if not found:
        return False
    wanted = QItemSelection()
    for index in found if len(keys) <= MOST_SELECTED_ROWS else found[:1]:
        wanted.select(index, index)
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().setCurrentIndex(found[0], flags.NoUpdate)
    table.selectionModel().select(wanted, flags.ClearAndSelect | flags.Rows)
    table.scrollTo(found[0])
    return True
