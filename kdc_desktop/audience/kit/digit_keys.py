"""The digit that a key is for, also where the layout keeps digits above Shift, as AZERTY does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_OTHERS = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ROW = "1234567890"  # untranslated: the digits as they stand on every keyboard
_ON_A_MAC = dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), _ROW, strict=True))
_BY_SCAN_CODE = dict(zip(range(10, 20), _ROW, strict=True))  # of X11 and Wayland


def digit_of(event: QKeyEvent) -> str:
    """The digit that was typed, on the keypad too, or whose key was pressed alone; or nothing.

    With Shift or Ctrl a key means what it says.
    """
    typed = event.text()
    if typed.isdecimal() and typed.isascii():
        return typed
    if event.modifiers() & _OTHERS:
        return ""
    platform = QGuiApplication.platformName()
    if platform == "windows":
        code = event.nativeVirtualKey()
        return chr(code) if 0x30 <= code <= 0x39 else ""
    if platform == "cocoa":
        return _ON_A_MAC.get(event.nativeVirtualKey(), "")
    return _BY_SCAN_CODE.get(event.nativeScanCode(), "")
