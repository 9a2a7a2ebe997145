"""What is longer than a field takes is told beside it: nothing is cut in silence."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.i18n import _, number_text

SHOWN = 6000  # ms
_NEAR = 10  # a tenth of the room, or so many characters, before the end it is counted


def tell_when_cut(field: QLineEdit) -> None:
    """Count what is typed near the end of the room there is, and say where it was too much."""
    field.inputRejected.connect(partial(_tell_cut, field))
    field.textEdited.connect(partial(_count, field))


def tell_when_no_number(spin: QSpinBox) -> None:
    """Say that only digits go into a number where something else was typed."""
    spin.lineEdit().inputRejected.connect(partial(_tell_no_number, spin))


def tell_when_long(edit: QPlainTextEdit, longest: int) -> None:
    """The same for a text of several lines, which is kept whole until it is shortened."""
    edit.textChanged.connect(partial(_weigh, edit, longest))


def _tell_cut(field: QLineEdit) -> None:
    longest = field.maxLength()
    if len(field.text()) >= longest:
        _say(
            field,
            _(
                "At most {longest} characters fit here: what was too much is left out.",
                longest=number_text(longest),
            ),
        )


def _tell_no_number(spin: QSpinBox) -> None:
    _say(spin, _("Only digits go in here. Enter leads to the next line."))


def _count(field: QLineEdit, text: str) -> None:
    if len(text) < field.maxLength():
        _count_to(field, len(text), field.maxLength())


def _weigh(edit: QPlainTextEdit, longest: int) -> None:
    length = edit.document().characterCount() - 1
    if length > longest and edit.hasFocus():
        _say(
            edit,
            _(
                "{length} characters, and at most {longest} can be kept: shorten it.",
                length=number_text(length),
                longest=number_text(longest),
            ),
        )
    else:
        _count_to(edit, length, longest)


def _count_to(field: QWidget, length: int, longest: int) -> None:
    if field.hasFocus() and longest - length <= max(_NEAR, longest // 10) and length > 0:
        said = _("{length} of {longest}", length=number_text(length), longest=number_text(longest))
        _say(field, said, aloud=False)
    else:
        _hide(field)


def _label_in(window: QWidget) -> QLabel | None:
    return window.findChild(QLabel, "field_limit", Qt.FindChildOption.FindDirectChildrenOnly)


def _say(field: QWidget, sentence: str, *, aloud: bool = True) -> None:
    label = _label_in(field.window()) or _made(field.window())
    label.setText(sentence)
    label.setMaximumWidth(max(field.width(), label.fontMetrics().averageCharWidth() * 40))
    label.adjustSize()
    label.move(_place(field, label))
    label.show()
    label.raise_()
    timer = label.findChild(QTimer)
    if timer is not None:
        timer.start(SHOWN)
    if aloud:
        speak(label, sentence, at_once=True)


def _made(window: QWidget) -> QLabel:
    label = QLabel(window)
    label.setObjectName("field_limit")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", "floating-alert")
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    timer = QTimer(label)
    timer.setSingleShot(True)
    timer.timeout.connect(label.hide)
    return label


def _place(field: QWidget, label: QLabel) -> QPoint:
    """Under the field; above it where there is no room, and inside the window."""
    window = field.window()
    below = field.mapTo(window, QPoint(0, field.height() + 2))
    if below.y() + label.height() > window.height():
        below = field.mapTo(window, QPoint(0, -label.height() - 2))
    return QPoint(max(0, min(below.x(), window.width() - label.width())), max(0, below.y()))


def _hide(field: QWidget) -> None:
    label = _label_in(field.window())
    if label is not None:
        label.hide()
