"""Forms fill the widget itself and have to fit its annotations."""

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from kdc_desktop import paths
from kdc_desktop.screens.kit import form
from kdc_desktop.screens.kit.form import FormError, load_form
from kdc_desktop.screens.kit.line_buttons import LineButton
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.segmented import Segmented

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Greeting</class>
 <widget class="QWidget" name="Greeting">
  <property name="windowTitle"><string>Greeting</string></property>
  <layout class="QVBoxLayout" name="column">
   <item><widget class="QLineEdit" name="name_edit">
    <property name="clearButtonEnabled"><bool>true</bool></property></widget></item>
   <item><widget class="RowTable" name="table"/></item>
   <item><widget class="Segmented" name="choice"/></item>
   <item><widget class="QPushButton" name="greet_button">
    <property name="text"><string>Greet</string></property>
    <property name="kind" stdset="0"><string>primary</string></property></widget></item>
  </layout>
  <action name="greet"><property name="text"><string>Greet</string></property></action>
 </widget>
 <customwidgets>
  <customwidget><class>RowTable</class><extends>QTableView</extends>
   <header>kdc_desktop.screens.kit.rows</header></customwidget>
  <customwidget><class>Segmented</class><extends>QFrame</extends>
   <header>kdc_desktop.screens.kit.widgets</header></customwidget>
 </customwidgets>
</ui>"""


class Greeting(QWidget):
    column: QVBoxLayout
    name_edit: QLineEdit
    table: RowTable
    choice: Segmented
    greet_button: QPushButton
    greet: QAction
    _private: QLineEdit
    stem: str = "greeting"


class Stranger(QWidget):
    absent_edit: QLineEdit


class Mistyped(QWidget):
    name_edit: QPushButton


@pytest.fixture(autouse=True)
def _form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "greeting.ui").write_text(FORM)
    (tmp_path / "broken.ui").write_text("<ui><widget")
    monkeypatch.setattr(paths, "form", lambda stem: tmp_path / f"{stem}.ui")


def test_a_form_fills_the_widget_itself() -> None:
    greeting = Greeting()
    load_form(greeting, "greeting")
    assert greeting.windowTitle() == "Greeting"
    assert greeting.layout() is greeting.column
    assert greeting.greet_button.property("kind") == "primary"
    assert greeting.name_edit.parent() is greeting
    assert type(greeting.table) is RowTable
    assert greeting.greet.text() == "Greet"
    assert not greeting.name_edit.isClearButtonEnabled()
    assert greeting.name_edit.findChild(LineButton) is not None, "as large as its letters"


def test_a_filled_widget_outlives_a_collection_and_goes_with_its_parent() -> None:
    parent = QWidget()
    greetings = [Greeting(parent) for _ in range(20)]
    for greeting in greetings:
        load_form(greeting, "greeting")
    gc.collect()
    for greeting in greetings:
        greeting.name_edit.setText("Aino")
        greeting.choice.set_texts(["One", "Two"])
    del parent, greetings, greeting
    gc.collect()


def test_a_missing_widget_is_named() -> None:
    with pytest.raises(FormError, match=r"greeting\.ui has no QLineEdit named absent_edit\."):
        load_form(Stranger(), "greeting")


def test_a_mistyped_widget_is_named() -> None:
    with pytest.raises(FormError, match="name_edit is a QLineEdit and must be a QPushButton"):
        load_form(Mistyped(), "greeting")


@pytest.mark.qt_log_ignore("An error has occurred while reading the UI file")
def test_a_missing_or_broken_form_is_an_error() -> None:
    with pytest.raises(FormError, match="There is no form"):
        load_form(QWidget(), "nowhere")
    with pytest.raises(FormError, match="broken"):
        load_form(QWidget(), "broken")


def test_where_a_loader_cannot_be_made_plugins_are_found_as_before(monkeypatch):
    def fail(_parent: object) -> None:
        raise MemoryError

    monkeypatch.setattr(form, "_Loader", fail)
    monkeypatch.setattr(form, "_made", [])
    before = QCoreApplication.libraryPaths()
    with pytest.raises(MemoryError):
        load_form(Greeting(), "greeting")
    assert QCoreApplication.libraryPaths() == before != []
