"""Columns of a table that are called otherwise, or edited, once the table is there."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt

from kdc_desktop.screens.kit.row_model import RowModel

R = TypeVar("R")


def retitle(model: RowModel[R], key: str, title: str) -> None:
    """Call the column of this key something else."""
    at = next(at for at, column in enumerate(model.columns) if column.key == key)
    changed = replace(model.columns[at], title=title)
    model.columns = (*model.columns[:at], changed, *model.columns[at + 1 :])
    model.headerDataChanged.emit(Qt.Orientation.Horizontal, at, at)


def let_edit(model: RowModel[R], key: str, commit: Callable[[R, str], object]) -> None:
    """Let the cells of a column be edited; `commit` writes, as a `Column` says."""
    model.columns = tuple(
        replace(column, editable=lambda _row: True, commit=commit) if column.key == key else column
        for column in model.columns
    )
