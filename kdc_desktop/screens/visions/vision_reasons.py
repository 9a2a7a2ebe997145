"""Why something cannot be done with a vision just now, as a sentence; or nothing."""

from kdc_desktop.i18n import _
from kdc_desktop.screens.visions.matrix import BuyInMatrix
from kdc_desktop.screens.visions.reader import VisionReader
from kdc_desktop.screens.visions.view import VisionView


def no_consortium(view: VisionView) -> str:
    """There is nothing to look at."""
    return "" if view.page else _("There is no consortium yet. Form the consortia first.")


def no_other(reader: VisionReader) -> str:
    """There is none to go on to."""
    return "" if len(reader.choices) > 1 else _("There is no other consortium.")


def no_version(view: VisionView) -> str:
    """Nothing is written that could be read."""
    if view.page is not None and view.page.latest is None:
        return _("There is no version yet. Write one with W.")
    return no_consortium(view)


def nothing_before(view: VisionView) -> str:
    """No two versions can be compared."""
    if view.page is not None and len(view.page.versions) < 2:
        return _("There is no earlier version to compare with.")
    return no_consortium(view)


def no_cell(view: VisionView, matrix: BuyInMatrix) -> str:
    """No member's place on a version has the keys."""
    if told := no_version(view):
        return told
    return "" if matrix.current() else _("Choose a cell of a member first.")
