"""Rows under columns: updates by difference, search, sorting, copying."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.clipboard import cell_text
from kdc_desktop.screens.kit.difference import moved, runs
from kdc_desktop.screens.kit.rows import Column, RowFilter, RowModel, RowRole, RowTable, SortRole

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@dataclass(frozen=True)
class Person:
    id: int
    name: str
    ideas: int = 0


COLUMNS = (
    Column[Person]("name", "Name", lambda p: p.name),
    Column[Person]("ideas", "Ideas", lambda p: str(p.ideas), sort=lambda p: p.ideas),
)


def model_of(*people: Person) -> RowModel[Person]:
    model = RowModel(COLUMNS, lambda p: p.id)
    model.set_rows(people)
    return model


def names(model: RowModel[Person] | RowFilter) -> list[str]:
    return [model.index(at, 0).data() for at in range(model.rowCount())]


AINO, BO, CARL = Person(1, "Aino Ähtäri", 12), Person(2, "Bo", 3), Person(3, "Carl", 20)
PEOPLE = st.lists(
    st.builds(Person, st.integers(0, 120), st.sampled_from("abc"), st.integers(0, 2)),
    unique_by=lambda p: p.id,
    max_size=100,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PEOPLE, min_size=2, max_size=4), st.sampled_from([None, (0, False), (1, True)]))
def test_any_update_arrives_and_keeps_what_is_held(
    readings: list[list[Person]], sorting: tuple[int, bool] | None
) -> None:
    model = model_of()
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(True))
    direct = QAbstractItemModelTester(model, FATAL)
    narrowed = RowFilter()
    narrowed.setSourceModel(model)
    narrowed.search("a")
    through_filter = QAbstractItemModelTester(narrowed, FATAL)
    if sorting:
        order = Qt.SortOrder.DescendingOrder if sorting[1] else Qt.SortOrder.AscendingOrder
        model.sort(sorting[0], order)
    for people in readings:
        held = {p.id: QPersistentModelIndex(model.index(at, 0)) for at, p in enumerate(model.rows)}
        model.set_rows(people)
        wanted = list(people)
        if sorting:
            keys = (lambda p: p.name, lambda p: p.ideas)
            wanted.sort(key=keys[sorting[0]], reverse=sorting[1])
        assert list(model.rows) == wanted
        assert [model.position(p.id) for p in wanted] == list(range(len(wanted)))
        assert names(narrowed) == [p.name for p in wanted if p.name == "a"]
        for key, index in held.items():
            assert index.isValid() == (key in {p.id for p in people})
            assert not index.isValid() or index.data(RowRole).id == key
    assert resets == []
    del direct, through_filter


@given(st.permutations(range(12)))
def test_no_more_rows_move_than_must(order: list[int]) -> None:
    movers = moved(range(12), order)
    steady = [key for key in order if key not in movers]
    assert steady == sorted(steady)
    assert [key for key in order if key in movers] == movers


def test_runs_are_ranges_of_neighbours() -> None:
    assert runs([0, 1, 2, 5, 7, 8]) == [(0, 2), (5, 5), (7, 8)]


def test_one_changed_row_is_one_changed_row(qtbot: QtBot) -> None:
    model = model_of(AINO, BO, CARL)
    with qtbot.waitSignal(model.dataChanged) as caught:
        model.set_rows([AINO, replace(BO, ideas=4), CARL])
    first, last = caught.args[:2]
    assert (first.row(), last.row()) == (1, 1)


def test_two_rows_with_one_key_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="same key"):
        model_of(AINO, replace(BO, id=1))


def test_numbers_sort_as_numbers_and_back_to_the_order_given() -> None:
    model = model_of(AINO, CARL, BO)
    model.sort(1, Qt.SortOrder.AscendingOrder)
    assert names(model) == ["Bo", "Aino Ähtäri", "Carl"]
    assert model.index(0, 1).data(SortRole) == 3
    model.sort(-1)
    assert names(model) == ["Aino Ähtäri", "Carl", "Bo"]


def test_search_forgives_case_and_accents_and_wants_every_word() -> None:
    narrowed = RowFilter()
    model = model_of(AINO, BO, CARL)
    narrowed.setSourceModel(model)
    narrowed.search("AHTARI ain")
    assert names(narrowed) == ["Aino Ähtäri"]
    narrowed.search("aino bo")
    assert names(narrowed) == []
    narrowed.search("")
    assert narrowed.rowCount() == 3


def test_an_edit_reaches_its_verb() -> None:
    said: list[tuple[int, str]] = []
    column = Column[Person](
        "name",
        "Name",
        lambda p: p.name,
        editable=lambda p: p.id != 2,
        commit=lambda p, text: said.append((p.id, text)),
    )
    model = RowModel([column], lambda p: p.id)
    model.set_rows([AINO, BO])
    assert bool(model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable)
    assert not model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsEditable
    assert model.setData(model.index(0, 0), "Aino Laine")
    assert not model.setData(model.index(0, 0), AINO.name)
    assert said == [(1, "Aino Laine")]


def table_of(qtbot: QtBot, *people: Person) -> tuple[RowTable, RowModel[Person]]:
    table = RowTable()
    qtbot.addWidget(table)
    model = model_of(*people)
    model.setParent(table)
    table.show_model(model)
    table.show()
    return table, model


def test_selection_survives_rows_coming_and_going(qtbot: QtBot) -> None:
    table, model = table_of(qtbot, AINO, BO, CARL)
    assert table.select_key(3)
    model.set_rows([Person(4, "Dag"), CARL, AINO])
    assert table.selected_rows() == [CARL]
    assert table.current_row() == CARL
    table.search("dag")
    assert table.selected_rows() == []
    assert not table.select_key(3)


def test_a_click_on_a_heading_sorts(qtbot: QtBot) -> None:
    table, model = table_of(qtbot, AINO, BO, CARL)
    header = table.horizontalHeader()
    place = header.viewport().rect().topLeft()
    place.setX(header.sectionViewportPosition(1) + 10)
    place.setY(10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sorted(p.ideas for p in model.rows) in (
        [p.ideas for p in model.rows],
        [p.ideas for p in reversed(model.rows)],
    )
    assert header.sortIndicatorSection() == 1


def test_copying_gives_what_a_spreadsheet_expects(qtbot: QtBot) -> None:
    table, _ = table_of(qtbot, AINO, replace(BO, name='Bo "the\tbike"'), CARL)
    table.show()
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    table.select_key(2)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == 'Name\tIdeas\n"Bo ""the\tbike"""\t3\n'
    table.clearSelection()
    assert table.cells()[-1] == ["Carl", "20"]


def test_a_copied_cell_is_never_a_formula() -> None:
    copied = [cell_text(text) for text in ("=1+1", "@cmd", "+358 40 1", "-3", "-2,5", "", "a-b")]
    assert copied == ["'=1+1", "'@cmd", "'+358 40 1", "-3", "-2,5", "", "a-b"]


def test_columns_are_remembered(qtbot: QtBot, tmp_path: object) -> None:
    kept = QSettings(f"{tmp_path}/laptop.ini", QSettings.Format.IniFormat)
    table, _ = table_of(qtbot, AINO)
    table.remember(kept, "people")
    table.setColumnWidth(0, 222)
    table.horizontalHeader().moveSection(0, 1)
    again, _ = table_of(qtbot, AINO)
    again.remember(kept, "people")
    assert again.horizontalHeader().logicalIndex(0) == 1
    table.horizontalHeader().moveSection(0, 1)
    table.setColumnWidth(0, 233)
    last, _ = table_of(qtbot, AINO)
    last.remember(kept, "people")
    assert last.columnWidth(0) == 233


def test_an_empty_table_says_so(qtbot: QtBot) -> None:
    table, model = table_of(qtbot)
    before = table.grab().toImage()
    table.empty_text = "Nobody is here yet."
    assert table.grab().toImage() != before
    model.set_rows([AINO])
    assert model.rowCount(QModelIndex()) == 1


def test_turning_five_thousand_rows_round_is_one_change_of_layout(qtbot: QtBot) -> None:
    people = [Person(at, f"Person {at}") for at in range(5000)]
    table, model = table_of(qtbot, *people)
    table.select_key(4000)
    told: list[str] = []
    model.layoutChanged.connect(lambda *_: told.append("layout"))
    model.rowsMoved.connect(lambda *_: told.append("move"))
    model.rowsInserted.connect(lambda *_: told.append("insert"))
    model.set_rows(list(reversed(people)))
    assert told == ["layout"]
    model.set_rows([*reversed(people), *(Person(at, "Late") for at in range(5000, 6000))])
    assert told == ["layout", "insert"]
    assert table.selected_rows() == [people[4000]]


def test_soren_finds_søren_in_a_table_as_at_check_in():
    column = Column[str]("name", "Name", lambda row: row)
    model = RowModel((column,), lambda row: row)
    model.set_rows(["Søren Kjær", "Ähtäri-Oy"])
    narrowed = RowFilter()
    narrowed.setSourceModel(model)
    for query, found in (("soren", "Søren Kjær"), ("ahtari oy", "Ähtäri-Oy")):
        narrowed.search(query)
        assert [narrowed.row(narrowed.index(0, 0)), narrowed.rowCount()] == [found, 1]


def test_the_program_chooses_a_row_whatever_keys_are_held(qtbot: QtBot) -> None:
    table, _ = table_of(qtbot, AINO, BO, CARL)
    for key, held in (
        (Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier),
    ):
        QTest.keyPress(table, key, held)
        for row, person in ((2, CARL), (0, AINO), (0, AINO)):
            table.selectRow(row)
            assert table.selected_rows() == [person]
        QTest.keyRelease(table, key)


def test_what_is_left_of_the_width_goes_to_the_wide_columns(qtbot: QtBot) -> None:
    table, _model = table_of(qtbot, AINO)
    table.columns.begin((64, 320))
    table.resize(1000, 300)
    qtbot.waitUntil(lambda: table.columnWidth(1) > 500)
    assert table.columnWidth(0) * 2.5 < table.columnWidth(1), "what is narrow needs little more"
