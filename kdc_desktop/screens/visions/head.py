"""The head of the vision screen: whose vision it is, its words, and what changed in them."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kdc_desktop.domain.visions.wording import Change, Run, changed_runs
from kdc_desktop.i18n import _, date_text, fillable, listed
from kdc_desktop.instants import day_of
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
        self.origin.setText("\n".join(filter(None, (_origin(page, view), _then(page, view)))))
        self.name.setText(page.name)
        self.write_button.setText(_("Write version {number}", number=len(page.versions) + 1))
        self.write_button.setVisible(not writing and version is not None)
        self.statement_place.setVisible(version is not None)
        beside = _beside(page, version)
        self.note.setVisible(bool(beside))
        self.note.setText("\n".join(beside))
        if version is not None:
            self.statement.show_runs(_runs(view, version))


def _beside(page: VisionPage, version: VersionRow | None) -> list[str]:
    """What changed, what the version answers, and how one will know that it is true."""
    if version is None:
        return []
    said = [version.note] if version.note else []
    if answered := list(dict.fromkeys(row.member for row in page.answered_by(version))):
        said.append(_("Answers reservations of {members}.", members=listed(answered)))
    if how := version.parts.how_known:
        said.append(_("How we will know: {how}", how=how))
    return said


def _then(page: VisionPage, view: VisionView) -> str:
    """In an evening that is over: whose day this is, and what stood there when it ended."""
    if view.closed_at is None:
        return ""
    day = date_text(day_of(view.closed_at, view.zone))
    there = [one.number for one in page.versions if one.created_at <= view.closed_at]
    if not there:
        return _("Vision and members as they are today; on {day} there was no vision yet.", day=day)
    return _(
        "Vision and members as they are today; the evening of {day} ended with version {number}.",
        day=day,
        number=there[-1],
    )


def _origin(page: VisionPage, view: VisionView) -> str:
    version, before = view.version, view.compared_with
    if version is None and not page.winner:
        return _("No vision yet")
    if version is None:
        return _("Consortium from “{winner}” · no vision yet", winner=page.winner)
    of = {"number": version.number, "versions": len(page.versions)}
    if page.winner:
        form = fillable("Consortium from “{winner}” · vision {number} of {versions}")
        said = str(form.filled(winner=page.winner, **of))
    else:
        said = _("Vision {number} of {versions}", **of)
    if before is None or not view.compares:
        return said
    return _("{vision}, compared with version {number}", vision=said, number=before.number)


def _runs(view: VisionView, version: VersionRow) -> tuple[Run, ...]:
    before = view.compared_with
    if before is None:
        return (Run(version.text, Change.SAME),)
    return changed_runs(before.text, version.text, removed=view.compares)
