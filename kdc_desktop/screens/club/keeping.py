"""A throwaway club says that it is one, and is thrown away only after somebody has said so."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMessageBox

from kdc_desktop.audience.ending import is_told_to_end
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.club.files import ask_for_new_club, new_club_name, place_for_new
from kdc_desktop.screens.club.handing import HandOver
from kdc_desktop.screens.kit.questions import question
from kdc_desktop.screens.kit.wiring import Desk
from kdc_desktop.services.club.handing_over import HandedOver


class Keeping(QObject):
    """Asks before it goes, unless nothing was done in it; and moves it to a file to be kept."""

    def __init__(
        self, desk: Desk, hand_over: HandOver, open_club: Callable[[Path], object]
    ) -> None:
        super().__init__(desk.over)
        self._desk, self._hand_over, self._open_club = desk, hand_over, open_club
        self._settled = self.has_gone = False  # `has_gone`: it goes on in another file
        desk.window.mark_throwaway(self.keep_open)

    @property
    def asks(self) -> bool:
        """Whether somebody would be asked before the club goes."""
        return not (self._settled or is_told_to_end()) and self._holds_something()

    def may_go(self, then: Callable[[], object]) -> bool:
        """Whether the club may be let go of now; somebody is asked where that is not known.

        Where it is to be kept first, it is False, and `then` is what was wanted.
        """
        if not self.asks:
            return True
        text = _(
            "This club is temporary: it is gone, with everything that was done in it, when it "
            "is closed. Keep it in a file?"
        )
        box = question(self._desk.over, "throwaway_dialog", text)
        keep = box.addButton(_("&Keep it…"), QMessageBox.ButtonRole.AcceptRole)
        let_go = box.addButton(_("&Throw it away"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(_("&Stay here"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        chosen = box.clickedButton()
        box.deleteLater()
        if chosen is keep:
            self._keep(partial(self._tell_where, then))
        self._settled = chosen is let_go
        return self._settled

    def keep_open(self) -> None:
        """Move the club to a file of the facilitator's choice, and go on there."""
        self._keep(self._open_club)

    def _tell_where(self, then: Callable[[], object], kept_in: Path) -> None:
        """Say where the club is now, before the window that could say it goes."""
        box = question(
            self._desk.over, "kept_dialog", _("The club is kept in {path}", path=str(kept_in))
        )
        box.addButton(_("&Go on"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()
        then()

    def _holds_something(self) -> bool:
        with self._desk.database.glance() as connection:
            found = connection.execute("SELECT EXISTS (SELECT 1 FROM journal_entry)").fetchone()
        return bool(found[0])

    def _keep(self, then: Callable[[Path], object]) -> None:
        desk, title = self._desk, _("Keeping the club")
        proposed = place_for_new(new_club_name(), Path.home())
        try:
            target = ask_for_new_club(desk.over, title, proposed)
        except UserError as error:
            desk.window.warn(str(error))
            return
        if target is not None:
            desk.jobs.run(
                title,
                lambda progress: self._hand_over(desk.database, target, progress.begin_writing),
                partial(self._kept, target, then),
                writes=True,
            )

    def _kept(self, target: Path, then: Callable[[Path], object], _gone: HandedOver) -> None:
        self._settled = self.has_gone = True
        QTimer.singleShot(0, self, lambda: then(target))
