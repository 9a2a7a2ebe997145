"""Every form can be loaded, and some class uses it."""

import re
from pathlib import Path

import pytest
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QApplication

from kdc_desktop import paths

UI = paths.form("any").parent
FORMS = sorted(UI.rglob("*.ui"))
PACKAGE = paths.resource().parent / "kdc_desktop"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
@pytest.mark.qt_log_ignore("QFormBuilder was unable to create a custom widget")
def test_a_form_can_be_loaded(qapp: QApplication, form: Path) -> None:
    loader = QUiLoader()
    assert loader.load(str(form), None) is not None, loader.errorString()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_a_form_has_a_class_that_uses_it(form: Path) -> None:
    sources = [
        file.read_text(encoding="utf-8")
        for room in ("screens", "audience")
        for file in (PACKAGE / room).rglob("*.py")
    ]
    named = re.compile(rf'["\']{re.escape(form.relative_to(UI).with_suffix("").as_posix())}["\']')
    assert any(named.search(source) for source in sources)
