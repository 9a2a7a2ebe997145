"""Forms and Qt's own texts are in the language that the program wears."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QWidget

from kdc_desktop import i18n, paths
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.translator import wear
from tests.catalogues import write_catalogue

FORM = """<ui version="4.0">
 <class>Greeting</class>
 <widget class="QWidget" name="Greeting">
  <widget class="QLabel" name="hello">
   <property name="text"><string>Hello</string></property>
  </widget>
  <widget class="QLabel" name="state">
   <property name="text"><string comment="state">Open</string></property>
  </widget>
  <widget class="QLabel" name="sign">
   <property name="text"><string notr="true">OK?</string></property>
  </widget>
 </widget>
</ui>"""


class Greeting(QWidget):
    """A form with a word, a word in a context and a sign."""

    hello: QLabel
    state: QLabel
    sign: QLabel

    def __init__(self) -> None:
        super().__init__()
        load_form(self, "greeting")
        self.texts = [self.hello.text(), self.state.text(), self.sign.text()]


@pytest.fixture(autouse=True)
def _swedish(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "greeting.ui").write_text(FORM, encoding="utf-8")
    write_catalogue(
        tmp_path / "translations" / "sv" / "LC_MESSAGES" / "kdc-desktop.mo",
        {"Hello": "Hej", "state\x04Open": "Öppet"},
    )
    monkeypatch.setattr(paths, "resource", tmp_path.joinpath)
    monkeypatch.setattr(paths, "form", lambda stem: tmp_path / f"{stem}.ui")
    yield
    wear(qapp, "en")


def cancel_text() -> str:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    return box.buttons()[0].text()


def test_in_english_nothing_is_asked() -> None:
    assert Greeting().texts == ["Hello", "Open", "OK?"]


def test_a_form_is_in_the_language_worn(qapp: QApplication) -> None:
    wear(qapp, "sv")
    assert Greeting().texts == ["Hej", "Öppet", "OK?"]


def test_the_texts_of_qt_are_in_the_language_worn(qapp: QApplication) -> None:
    wear(qapp, "sv")
    assert cancel_text() == "Avbryt"
    assert QLocale().language() == QLocale.Language.Swedish


def test_the_pseudo_language_covers_forms_and_qt(qapp: QApplication) -> None:
    wear(qapp, i18n.PSEUDO)
    assert Greeting().texts == ["⟦Ĥéļļö ~~⟧", "⟦Öþéñ ~~⟧", "OK?"]
    assert cancel_text() == "⟦Çåñçéļ ~~~⟧"


def test_names_of_keys_are_left_to_qt(qapp: QApplication) -> None:
    wear(qapp, i18n.PSEUDO)
    native = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Ctrl+Shift+S").toString(native) == "Ctrl+Shift+S"


def test_english_comes_back(qapp: QApplication) -> None:
    wear(qapp, i18n.PSEUDO)
    wear(qapp, "en")
    assert (cancel_text(), i18n.current()) == ("Cancel", "en")
    assert QCoreApplication.translate("Greeting", "Hello") == "Hello"
    assert Greeting().texts == ["Hello", "Open", "OK?"]
