"""What can be done with the club file as a whole: open, export, back up, rehearse."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kdc_desktop import paths
from kdc_desktop.audience.voters import at_stake
from kdc_desktop.domain.kit.editions import Edition
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.screens.club.answers import Answers, OpenClub
from kdc_desktop.screens.club.exporting import Export, Exporting
from kdc_desktop.screens.club.files import (
    ask_for_club,
    ask_for_new_club,
    named,
    new_club_name,
    place_for_new,
)
from kdc_desktop.screens.club.handing import Handing, HandOver
from kdc_desktop.screens.kit.open_papers import when_no_paper_is_lost
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.unkept import text_at_stake, when_no_text_is_lost
from kdc_desktop.screens.kit.wiring import Desk, MenuEntry
from kdc_desktop.services.club import backups
from kdc_desktop.services.club.handing_over import HandedOverError
from kdc_desktop.services.club.sample import is_sample, sample_club
from kdc_desktop.storage.backups import backup_to_place, club_beside

if TYPE_CHECKING:
    from kdc_desktop.screens.club.keeping import Keeping


class FileActions:
    """What the menu offers for it; files are opened through `open_club`."""

    def __init__(
        self,
        desk: Desk,
        open_club: OpenClub,
        rehearse: Callable[[], object],
        export: Export,
        handing: Handing,
    ) -> None:
        self._desk, self._open_club = desk, open_club
        self._exporting = Exporting(desk, export)
        self._handing = handing
        self._window, self._database, self._rehearse = desk.window, desk.database, rehearse
        self._keeping = (
            _keeping(desk, handing.hand_over, self._open_now)
            if desk.settings.throws_away(desk.database.path)
            else None
        )
        if self._keeping is not None:
            desk.window.may_close = self._keeping.may_go
        desk.window.file_wanted.connect(self._open)
        desk.window.sample_wanted.connect(self.open_sample)
        desk.window.own_wanted.connect(self.open_own)
        desk.window.export_wanted.connect(self.export)

    def menu(self) -> tuple[tuple[MenuEntry, ...], ...]:
        """What the menu offers, in its groups; kept here, these and it would hold each other."""
        return (
            (
                MenuEntry(
                    *("export", lazy("Export the workbook…"), self.export, "file-spreadsheet"),
                    keys="Ctrl+P",
                ),
            ),
            (MenuEntry("rehearse", lazy("Rehearse this session"), self._rehearse, "monitor-play"),),
            (
                MenuEntry(
                    *("open_club", lazy("Open a club file…"), self.open, "folder-open"),
                    keys="Ctrl+O",
                ),
                MenuEntry("new_club", lazy("New club file…"), self.new, "plus"),
                MenuEntry(
                    *("copy_club", lazy("Keep a copy of the club…"), self.back_up),
                    *("database-backup", "Ctrl+Shift+S"),
                ),
                MenuEntry(
                    "hand_over", lazy("Continue on another laptop…"), self.hand_over, "log-out"
                ),
            ),
        )

    def _try_to_open(self, path: Path) -> None:
        over, asked = self._desk.over, _("Open {file} all the same?", file=path.name)
        then = partial(self._let_go_for, path)
        when_no_text_is_lost((over,), over, asked, _("&Open it"), then, self._begun(path))

    def _begun(self, path: Path) -> list[str]:
        """What is half filled in and goes with this club, in sentences."""
        if path == self._desk.database.path and self._desk.window.session is not None:
            return []  # it goes on in another language
        begun = self._desk.window.unfinished.values()
        return [one for left in begun for one in left.at_stake()]

    def _at_stake(self, path: Path) -> tuple[str, ...]:
        """All that was told, or would be asked about, before this file is opened."""
        asks = "asks" if self._keeping is not None and self._keeping.asks else ""
        over, kiosk = self._desk.over, self._desk.shared_screen.kiosk
        return (text_at_stake(over), at_stake(kiosk), asks, *self._begun(path))

    def _let_go_for(self, path: Path) -> None:
        if not self._window.may_close(partial(self._try_to_open, path)):
            return
        desk, asked = self._desk, _("Open {file} all the same?", file=path.name)
        then = partial(self._open_now, path)
        when_no_paper_is_lost(desk.shared_screen, desk.over, asked, _("&Open it"), then)

    def _open_now(self, path: Path) -> None:
        if self._keeping is not None and self._keeping.has_gone:
            self._desk.over.setEnabled(False)  # what was written now would be lost
        told = self._at_stake(path)
        answers = Answers(
            partial(self._refused, path),
            still=lambda: self._at_stake(path) == told,
            dropped=partial(self._try_to_open, path),
        )
        self._open_club(path, answers)

    def _refused(self, path: Path, error: Exception) -> None:
        self._desk.over.setEnabled(True)
        if isinstance(error, HandedOverError):
            from kdc_desktop.screens.club.handed_dialog import HandedDialog

            open_for_now(HandedDialog(error, self._open_club, self._desk.over))
        elif _is_wanted_all_the_same(error, path, self._desk.over):
            self._open_now(path)
        elif isinstance(error, UserError):
            self._window.warn(str(error))
        else:
            raise error

    def open(self) -> None:
        """Open another club file in place of this one."""
        path = ask_for_club(self._desk.over, _("Open a club file"), self._database.path.parent)
        if path is not None:
            self._open(path)

    def _open(self, path: Path) -> None:
        backup = backup_to_place(path)
        if backup is None:
            self._try_to_open(path)
            return
        from kdc_desktop.screens.club.placing import ask_for_place

        try:
            target = ask_for_place(self._desk.over, backup, club_beside(backup))
        except UserError as error:
            self._window.warn(str(error))
            return
        if target is not None:
            copy = partial(backups.restore, backup, target)
            title = _("Restoring the backup")
            desk = self._desk
            _copy(desk, title, copy, lambda _done: self._try_to_open(target))

    def open_sample(self) -> None:
        """Open the sample club in place of this one."""
        try:
            path = sample_club()
            if not is_sample(self._database.path):
                self._desk.settings.own_club = self._database.path
        except UserError as error:
            self._window.warn(str(error))
        else:
            self._try_to_open(path)

    def open_own(self) -> None:
        """Open the club from which the sample was looked at; the first one where that is gone."""
        own = self._desk.settings.own_club
        there = own is not None and own.exists() and not is_sample(own)
        self._try_to_open(own if own is not None and there else paths.default_database())

    def new(self) -> None:
        """Begin an empty club file."""
        path = self._ask_for_new_club(_("New club file"), new_club_name())
        if path is None:
            return
        if path.exists():
            self._window.warn(
                _("{file} exists already. Open it, or choose another name.", file=path.name)
            )
        else:
            self._try_to_open(path)

    def back_up(self) -> None:
        """Write a copy of the club to a place of the facilitator's choice."""
        database = self._database
        name = _("{club} copy", club=database.path.stem)
        path = self._ask_for_new_club(_("Keep a copy"), named(name))
        if path is None:
            return
        told = _("The club is copied to {file}", file=path.name)
        copy = partial(backups.back_up_to, database, path)
        desk, title = self._desk, _("Copying the club")
        _copy(desk, title, copy, lambda _done: self._window.say(told, path))

    def hand_over(self) -> None:
        """Say what it does to go on elsewhere; then let the club go on in a file for there."""
        if title := self._desk.jobs.asked_for:
            self._window.warn(_("“{job}” is still under way. Wait for it first.", job=title))
            return
        from kdc_desktop.screens.club.leaving_dialog import LeavingDialog

        dialog = LeavingDialog(self._handing.refusal(), self._desk.over)
        dialog.accepted.connect(self._hand_over)
        open_for_now(dialog)

    def _hand_over(self) -> None:
        name = _("{club} to go on with", club=self._database.path.stem)
        path = self._ask_for_new_club(_("Continue on another laptop"), named(name))
        if path is not None:
            self._handing.to(path)

    def _ask_for_new_club(self, title: str, name: str) -> Path | None:
        proposed = place_for_new(name, self._database.path.parent)
        try:
            return ask_for_new_club(self._desk.over, title, proposed)
        except UserError as error:
            self._window.warn(str(error))
            return None

    def export(self) -> None:
        """Write the workbook of the open session, or of the whole club, in the background."""
        self._exporting.ask()

    def export_to(self, target: Path, edition: Edition = Edition.FULL) -> None:
        """Write the workbook of the open session, or of the whole club, to this file."""
        self._exporting.write(target, edition)


def _keeping(desk: Desk, hand_over: HandOver, open_club: Callable[[Path], object]) -> "Keeping":
    from kdc_desktop.screens.club.keeping import Keeping

    return Keeping(desk, hand_over, open_club)


def _is_wanted_all_the_same(error: Exception, path: Path, over: QWidget) -> bool:
    from kdc_desktop.screens.club.elsewhere import is_wanted_all_the_same

    return is_wanted_all_the_same(error, path, over)


def _copy(
    desk: Desk, title: str, copy: Callable[[], object], then: Callable[[object], object]
) -> None:
    from kdc_desktop.screens.club.copying import copy_in_job

    copy_in_job(desk.jobs, title, copy, desk.over, then)
