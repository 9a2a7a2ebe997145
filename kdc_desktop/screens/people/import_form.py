"""The widgets of the import of people."""

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.segmented import Segmented


class PeopleImportForm:
    """What the form of the dialog has; `PeopleImportDialog` is what is done with it."""

    headline: QLabel
    file_label: QLabel
    file_button: QPushButton
    problem_label: QLabel
    content: QWidget
    empty_place: QVBoxLayout
    table_line: QWidget
    table_combo: QComboBox
    notes_label: QLabel
    cancelled_check: QCheckBox
    hidden_check: QCheckBox
    off_check: QCheckBox
    moving_check: QCheckBox
    columns_label: QLabel
    columns_button: QPushButton
    notes_button: QPushButton
    columns_box: QWidget
    columns_grid: QGridLayout
    sectors_label: QLabel
    sectors_box: QWidget
    sectors_grid: QGridLayout
    state_filter: Segmented
    rows_table: RowTable
    said_line: QWidget
    sentence_label: QLabel
    answer_line: QWidget
    same_button: QPushButton
    new_button: QPushButton
    out_button: QPushButton
    register_check: QCheckBox
    cancel_button: QPushButton
    import_button: QPushButton
