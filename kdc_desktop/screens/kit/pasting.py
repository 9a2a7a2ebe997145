"""Ctrl+V on a screen: what lies on the clipboard goes where it would go if it were dropped."""

from kdc_desktop.screens.kit.clipboard import files_in, is_sheet, text_there
from kdc_desktop.screens.kit.screen import Screen


def paste_on(screen: Screen, nothing: str) -> None:
    """Hand a copied sheet or text to what the screen `takes`; with neither, say `nothing`."""
    files, text, takes = files_in(), text_there(), screen.takes
    if takes is not None and files and is_sheet(files[0]):
        takes.sheet(files[0])
    elif takes is not None and takes.text is not None and text.strip() and not files:
        takes.text(text)
    else:
        screen.problem.emit(nothing)
