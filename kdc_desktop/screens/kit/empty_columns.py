"""A column in which nobody has said anything takes no room from those that people read."""

from collections.abc import Collection

from kdc_desktop.screens.kit.rows import RowTable


def hide_empty(table: RowTable, keys: Collection[str]) -> None:
    """Of the columns with these keys, show those in which some row has a word."""
    model, changed = table.filter.rows, False
    if model is None:
        return
    for at, column in enumerate(model.columns):
        if column.key in keys:
            hidden = bool(model.rows) and not any(map(column.text, model.rows))
            changed |= hidden != table.isColumnHidden(at)
            table.setColumnHidden(at, hidden)
    if changed:
        table.columns.spread()
