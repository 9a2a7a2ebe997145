"""Ask for whom a workbook is meant, and where it is to lie; then write it in the background."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from kdc_desktop.domain.kit.editions import Edition, Form
from kdc_desktop.errors import MisnamedError, UserError
from kdc_desktop.i18n import _
from kdc_desktop.jobs import Progress
from kdc_desktop.screens.kit.file_dialogs import FileKind, ask_for_name, folder_for
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.questions import question
from kdc_desktop.screens.kit.targets import file_name_of, target_named
from kdc_desktop.screens.kit.wiring import Desk
from kdc_desktop.storage import Database

Export = Callable[[Database, Path, int | None, Progress, Edition], object]
"""Writes the workbook of a session, or with None of the whole club."""

_KEPT = "export/edition"


class Exporting:
    """Exports the session that is open, or the whole club."""

    def __init__(self, desk: Desk, export: Export) -> None:
        self._desk, self._export = desk, export

    def ask(self) -> None:
        """Ask which edition is wanted; Enter takes the one that was written last."""
        box = question(self._desk.over, "export_edition", _("For whom is the workbook?"))
        box.setInformativeText(
            _(
                "To share: without addresses, notes, badges, ballot papers, voter roll and log, "
                "and only with the organisations that are named in it. The names of people stay in "
                "it. Full: everything."
            )
        )
        shares = self._desk.settings.store.value(_KEPT) == Edition.SHARE
        for edition, caption in (
            (Edition.SHARE, _("To &share")),
            (Edition.FULL, _("&Full, for us")),
        ):
            button = box.addButton(caption, QMessageBox.ButtonRole.AcceptRole)
            button.setObjectName(f"export_{edition}")
            button.clicked.connect(partial(self._chosen, edition))
            if (edition is Edition.SHARE) == shares:
                box.setDefaultButton(button)
        box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        open_for_now(box)

    def _chosen(self, edition: Edition, _on: bool = False) -> None:
        self._desk.settings.store.setValue(_KEPT, str(edition))
        path = self._ask_where(self._proposed(edition))
        if path is not None:
            self.write(path, edition)

    def _ask_where(
        self, proposed: Path, before: Path | None = None, problem: str = ""
    ) -> Path | None:
        """A name that ends rightly: after a wrong ending, the right one is proposed."""
        from kdc_desktop.services.workbook.forms import form_of, says_a_form

        chosen = ask_for_name(
            self._desk.over,
            _("Export the workbook"),
            FileKind.WORKBOOK,
            _("Excel workbook (*.xlsx);;For other programs (*.json)"),
            proposed,
            problem,
        )
        if chosen is None:
            return None
        try:
            path = chosen if says_a_form(chosen) else target_named(chosen, ".xlsx")
            form_of(path, None if path.suffix.lower() == ".json" else Form.XLSX)
        except MisnamedError as error:
            self._desk.window.warn(str(error))
            return None if chosen == before else self._ask_where(error.right, chosen, str(error))
        except UserError as error:
            self._desk.window.warn(str(error))
            return None
        return path

    def _proposed(self, edition: Edition) -> Path:
        club, session = self._desk.database.path, self._desk.window.session
        name = file_name_of(session.title) if session else club.stem
        if edition is Edition.SHARE:
            name = _("{name} to share", name=name)
        return folder_for(FileKind.WORKBOOK, club.parent, to_write=True) / f"{name}.xlsx"

    def write(self, target: Path, edition: Edition) -> None:
        """Write the workbook of the open session, or of the whole club, to this file."""
        database, session = self._desk.database, self._desk.window.session
        session_id = session.id if session else None
        told = _("The workbook is written: {file}", file=target.name)
        self._desk.jobs.run(
            _("Writing the workbook"),
            lambda progress: self._export(database, target, session_id, progress, edition),
            lambda _counts: self._desk.window.say(told, target),
        )
