"""The bars of what is painted by hand and scrolls by itself."""

from PySide6.QtWidgets import QScrollBar


def let_scroll(bar: QScrollBar, whole: int, seen: int, step: int | None = None) -> None:
    """Let a bar scroll through a whole of which so much is seen at once; no step keeps its own."""
    bar.setRange(0, max(0, whole - seen))
    bar.setPageStep(max(1, seen))
    if step is not None:
        bar.setSingleStep(step)
