"""Loads Qt Designer forms into the widget itself and checks them against its annotations."""

import inspect
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import get_origin

from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QLabel, QLayout, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from kdc_desktop import paths
from kdc_desktop.screens.kit.limits import tell_when_cut
from kdc_desktop.screens.kit.line_buttons import offer_to_clear


class FormError(Exception):
    """A form and the class that uses it do not fit together; the text names what is wrong."""


class _Loader(QUiLoader):
    """Hands out the waiting widget as the root of the form and knows the promoted classes."""

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self.waiting: QWidget | None = None
        self.promoted: dict[str, type[QWidget]] = {}

    def createWidget(
        self, class_name: str, parent: QWidget | None = None, name: str = ""
    ) -> QWidget:
        if self.waiting is not None:
            root, self.waiting = self.waiting, None
            return root
        # Not by Qt, unless it must: Python would have to find out of which class it is, for which
        # it makes every class of widgets there is, a twelfth of the whole start.
        known = self.promoted.get(class_name) or getattr(QtWidgets, class_name, None)
        if known is None:
            return super().createWidget(class_name, parent, name)
        widget: QWidget = known(parent)
        widget.setObjectName(name)
        if type(widget) is QLabel:
            widget.setTextFormat(Qt.TextFormat.PlainText)  # what people write is no markup
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.setAcceptDrops(False)  # else a file that is dropped there becomes its text
        if isinstance(widget, QLineEdit):
            tell_when_cut(widget)
        return widget


_made: list[_Loader] = []  # the one that is shared; the application owns it


def load_form(widget: QWidget, stem: str, promoted: Iterable[type[QWidget]] = ()) -> None:
    """Fill `widget` with the form ``ui/<stem>.ui`` and set its annotated attributes.

    The stem is noun and name: “people/person_form”.

    Every public annotation of the widget's own class that is a widget, an action or a layout
    must be an object of that name and kind in the form. Classes promoted in the form must be
    known to the kit or be given in `promoted`; they are created with their parent alone.
    Raises `FormError` when the form is missing, broken or does not fit.
    """
    path = paths.form(stem)
    if not path.is_file():
        raise FormError(f"There is no form {path}.")
    loader = _shared_loader()
    loader.promoted |= {kind.__name__: kind for kind in promoted}
    name, loader.waiting = widget.objectName(), widget
    try:
        loaded = loader.load(str(path), None)
    except RuntimeError as error:
        raise FormError(f"{path.name}: {loader.errorString() or error}") from error
    finally:
        loader.waiting = None
    if loaded is not widget:
        raise FormError(f"{path.name}: {loader.errorString() or 'it has no root widget'}")
    widget.setObjectName(name or path.stem)
    _bind(widget, path.name)
    _give_room(widget)


def _shared_loader() -> _Loader:
    # Not asked of the application: it would make a class of each of its children, its style too.
    loader = _made[0] if _made else None
    if loader is None or not isValid(loader):
        with _without_plugins():
            loader = _Loader(QCoreApplication.instance())
        loader.promoted = _kit_widgets()
        _made[:] = [loader]
    return loader


@contextmanager
def _without_plugins() -> Iterator[None]:
    """A loader looks for those of Qt Designer as soon as it is made, and loads them: 9 ms."""
    folders = QCoreApplication.libraryPaths()
    QCoreApplication.setLibraryPaths([])
    try:
        yield
    finally:
        QCoreApplication.setLibraryPaths(folders)


def _kit_widgets() -> dict[str, type[QWidget]]:
    from kdc_desktop.screens.kit import (
        badges,
        name_choice,
        pages,
        passing,
        rows,
        scrolled,
        segmented,
        steady,
        widgets,
        wrapping_check,
    )

    kinds = (
        badges.SectorBadge,
        badges.SectorChip,
        name_choice.NameChoice,
        pages.CurrentPage,
        rows.RowTable,
        scrolled.Scrolled,
        widgets.Surface,
        widgets.KeyCap,
        segmented.Segmented,
    )
    return {kind.__name__: kind for kind in kinds} | {
        "QComboBox": passing.DropDown,
        "QCheckBox": wrapping_check.WrappingCheck,
        "QSlider": steady.Slider,
        "QSpinBox": steady.Spin,
    }


def form_members(kind: type[QWidget]) -> dict[str, type[QObject]]:
    """The objects that a class expects in its form: its own public annotations, by name."""
    members: dict[str, type[QObject]] = {}
    for name, hint in inspect.get_annotations(kind, eval_str=True).items():
        origin = get_origin(hint)
        wanted: object = hint if origin is None else origin
        if name.startswith("_") or not isinstance(wanted, type):
            continue
        if issubclass(wanted, QWidget | QAction | QLayout):
            members[name] = wanted
    return members


def _bind(widget: QWidget, form: str) -> None:
    for name, wanted in form_members(type(widget)).items():
        found = widget.findChild(QObject, name)
        if found is None:
            raise FormError(f"{form} has no {wanted.__name__} named {name}.")
        if not isinstance(found, wanted):
            kind = type(found).__name__
            raise FormError(f"{form}: {name} is a {kind} and must be a {wanted.__name__}.")
        setattr(widget, name, found)


def _give_room(widget: QWidget) -> None:
    """Titles may go on in the next line, what an empty field asks for is told in its tip, and the
    button that empties it is as large as its letters."""
    for label in widget.findChildren(QLabel):
        if label.property("role") in ("title", "headline"):
            label.setWordWrap(True)
    for field in widget.findChildren(QLineEdit):
        if field.placeholderText() and not field.toolTip():
            field.setToolTip(field.placeholderText())
        if field.isClearButtonEnabled():
            field.setClearButtonEnabled(False)
            offer_to_clear(field)


def grow_to_fit(dialog: QWidget) -> None:
    """Make a dialog as high as its wrapped texts need at its width, never lower than it is."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    width = max(dialog.width() if dialog.isVisible() else 0, dialog.sizeHint().width())
    height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else 0
    dialog.resize(width, max(height, dialog.height() if dialog.isVisible() else 0))
