"""The head of the vision screen: whose vision it is, its words, and what changed in them."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kdc_desktop.domain.visions.wording import Change, Run, changed_runs
from kdc_desktop.i18n import _
from kdc_desktop.screens.visions.statement import StatementView
from kdc_desktop.screens.visions.view import VisionView
from kdc_desktop.services.visions.rows import VersionRow, VisionPage


@dataclass(frozen=True)
class VisionHead:
    """Drives the widgets at the top of the screen."""

    origin: QLabel
    name: QLabel
    write_button: QPushButton
    statement_place: QWidget
    statement: StatementView
    note: QLabel

    def show(self, page: VisionPage, view: VisionView, *, writing: bool) -> None:
        """Show this page; what opens the card for writing is away while it is open."""
        version = view.version
        self.origin.setText(_origin(page, version))
        self.name.setText(page.name)
        self.write_button.setText(_("Write version {number}", number=len(page.versions) + 1))
        self.write_button.setVisible(not writing and version is not None)
        self.statement_place.setVisible(version is not None)
        self.note.setVisible(bool(version and version.note))
        if version is not None:
            self.note.setText(version.note)
            self.statement.show_runs(_runs(page, version, removed=view.compares))


def _origin(page: VisionPage, version: VersionRow | None) -> str:
    if version is None:
        return _("Consortium from “{winner}” · no vision yet", winner=page.winner)
    return _(
        "Consortium from “{winner}” · vision {number} of {versions}",
        winner=page.winner,
        number=version.number,
        versions=len(page.versions),
    )


def _runs(page: VisionPage, version: VersionRow, *, removed: bool) -> tuple[Run, ...]:
    before = next((v for v in page.versions if v.number == version.number - 1), None)
    if before is None:
        return (Run(version.text, Change.SAME),)
    return changed_runs(before.text, version.text, removed=removed)
