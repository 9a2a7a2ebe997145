"""Ask for pages, make them in the background, and say where they lie."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, sentences
from kdc_desktop.screens.kit.file_dialogs import FileKind, ask_for_name, folder_for
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.targets import file_name_of, target_named
from kdc_desktop.screens.kit.wiring import Desk

if TYPE_CHECKING:
    from kdc_desktop.domain.pages.kinds import PageKind
    from kdc_desktop.domain.pages.values import PaperSize
    from kdc_desktop.screens.pages.pages_dialog import PagesDialog
    from kdc_desktop.screens.pages.writing import Draft

_TURN = 5  # ms between two pictures, in which the window paints and takes keys


class PagesActions(QObject):
    """What the menu offers for it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.over)
        self._desk = desk
        desk.window.pages_wanted.connect(self.choose)

    def choose(self) -> None:
        """Ask which pages are wanted, and write them."""
        from kdc_desktop.screens.pages.pages_dialog import PagesDialog
        from kdc_desktop.screens.pages.writing import usual_paper
        from kdc_desktop.services.sessions.listing import sessions

        known = sessions(self._desk.database)
        if not known:
            self._desk.window.warn(_("There is no session yet. Plan one first."))
            return
        open_one = self._desk.window.session
        session_id = open_one.id if open_one else None
        dialog = PagesDialog(known, session_id, usual_paper(), self._desk.over)
        dialog.accepted.connect(partial(self._ask_where, dialog))
        open_for_now(dialog)

    def _ask_where(self, dialog: "PagesDialog") -> None:
        from kdc_desktop.domain.pages.kinds import says_a_kind

        kind, paper, session_id = dialog.kind, dialog.paper, dialog.session_id
        name = _("{pages}, {session}", pages=kind.title, session=dialog.session_title)
        folder = folder_for(FileKind.PAGES, self._desk.database.path.parent)
        chosen = ask_for_name(
            self._desk.over,
            str(kind.title),
            FileKind.PAGES,
            f"{dialog.ending[1:].upper()} (*{dialog.ending})",  # untranslated: a kind of file
            folder / f"{file_name_of(name)}{dialog.ending}",
        )
        if chosen is None:
            return
        try:
            path = chosen if says_a_kind(chosen) else target_named(chosen, dialog.ending)
            self.write(kind, session_id, kind.named(path), paper)
        except UserError as error:
            self._desk.window.warn(str(error))

    def write(self, kind: "PageKind", session_id: int, path: Path, paper: "PaperSize") -> None:
        """Write pages to this file: made and written in jobs, painted here between."""
        from kdc_desktop.screens.pages.writing import drafted

        database = self._desk.database
        self._desk.jobs.run(
            _("Making the pages"),
            lambda _progress: drafted(database, kind, session_id),
            lambda draft: self._paint(draft, path, paper),
        )

    def _paint(self, draft: "Draft", path: Path, paper: "PaperSize") -> None:
        self._paint_soon(draft.paint(), partial(self._write_to, draft, path, paper))

    def _paint_soon(self, painting: Iterator[None], write: Callable[[], object]) -> None:
        """Each draft has its own turns: others may be wanted while one is painted."""
        QTimer.singleShot(_TURN, self, partial(self._paint_next, painting, write))

    def _paint_next(self, painting: Iterator[None], write: Callable[[], object]) -> None:
        if next(painting, self) is None:
            self._paint_soon(painting, write)
        else:
            write()

    def _write_to(self, draft: "Draft", path: Path, paper: "PaperSize") -> None:
        told = sentences((_("The pages are written: {file}", file=path.name), draft.said))
        self._desk.jobs.run(
            _("Writing the pages"),
            lambda _progress: draft.write(path, paper),
            lambda _done: self._desk.window.say(told, path),
        )
