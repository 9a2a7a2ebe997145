"""What a cell of a table is painted from."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.cells import RowCells
from kdc_desktop.screens.kit.row_columns import let_edit
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable


@dataclass(frozen=True)
class Task:
    id: int
    words: str
    minutes: int


def red() -> QIcon:
    picture = QPixmap(12, 12)
    picture.fill(Qt.GlobalColor.red)
    return QIcon(picture)


class AskedModel(RowModel[Task]):
    """Counts how often it is asked."""

    asked = 0

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        self.asked += 1
        return super().data(index, role)


def shown(qtbot: QtBot, icon: QIcon | None = None) -> tuple[RowTable, AskedModel]:
    columns = (
        Column[Task]("words", "Words", lambda task: task.words, icon=lambda _task: icon),
        Column[Task](
            "minutes", "Minutes", lambda task: str(task.minutes), Qt.AlignmentFlag.AlignRight
        ),
    )
    model = AskedModel(columns, lambda task: task.id)
    model.set_rows([Task(at, f"Ask\nabout {at}", at) for at in range(5)])
    table = RowTable()
    qtbot.addWidget(table)
    table.show_model(model)
    table.resize(600, 400)
    table.show()
    return table, model


def option_of(table: RowTable, row: int, column: int) -> QStyleOptionViewItem:
    option = QStyleOptionViewItem()
    cells = table.itemDelegate()
    assert isinstance(cells, RowCells)
    cells.initStyleOption(option, table.model().index(row, column))
    return option


def test_a_cell_says_what_its_column_says_in_one_line_and_on_its_side(qtbot):
    table, _model = shown(qtbot, red())
    first, second = option_of(table, 3, 0), option_of(table, 3, 1)
    assert first.text == "Ask\u2028about 3", "in lines, as Qt writes them in a cell"
    assert not first.icon.isNull()
    assert first.features & QStyleOptionViewItem.ViewItemFeature.HasDecoration
    assert second.displayAlignment & Qt.AlignmentFlag.AlignRight
    assert second.displayAlignment & Qt.AlignmentFlag.AlignVCenter


def test_a_cell_of_a_filtered_table_is_that_of_its_row(qtbot):
    table, _model = shown(qtbot)
    table.search("about 4")
    assert option_of(table, 0, 1).text == "4"


def test_a_table_is_painted_without_asking_the_model_for_each_role(qtbot):
    table, model = shown(qtbot)
    model.asked = 0
    table.viewport().repaint()
    assert model.asked == 0


def test_what_is_typed_stays_when_the_row_says_something_else_meanwhile(qtbot: QtBot) -> None:
    table, model = shown(qtbot)
    said: list[str] = []
    let_edit(model, "words", lambda _task, text: said.append(text))
    first = model.row(0)
    table.setCurrentIndex(table.filter.index(0, 0))
    table.rename()
    model.change_rows([replace(first, words="Chairs")])
    line = table.viewport().findChild(QLineEdit)
    assert line is not None
    assert line.text() == "Chairs", "nothing was typed yet"
    line.selectAll()
    qtbot.keyClicks(line, "Coffee")
    model.change_rows([replace(first, words="Tables", minutes=99)])
    assert line.text() == "Coffee"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said == ["Coffee"])
