"""Ask for pages, make them in the background, and say where they lie."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from shiboken6 import isValid

from kdc_desktop.errors import MisnamedError, UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.screens.kit.file_dialogs import (
    FileKind,
    ask_for_folder,
    ask_for_name,
    folder_for,
)
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.targets import file_name_of, free_target, target_named
from kdc_desktop.screens.kit.wiring import Desk
from kdc_desktop.screens.pages.batch import Batch

if TYPE_CHECKING:
    from kdc_desktop.domain.pages.kinds import PageKind
    from kdc_desktop.screens.pages.pages_dialog import PagesDialog
    from kdc_desktop.screens.pages.writing import Draft

_MAKING = lazy("Making the pages")
_TURN = 5  # ms between two pictures, in which the window paints and takes keys


class PagesActions(QObject):
    """What the menu offers for it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.over)
        self._desk = desk
        self._dialog: PagesDialog | None = None
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
        store = self._desk.settings.store
        dialog = PagesDialog(known, session_id, usual_paper(), store, self._desk.over)
        dialog.wanted.connect(self._begin)
        self._desk.jobs.problem.connect(dialog.tell_problem)
        self._dialog = dialog
        open_for_now(dialog)

    def _begin(self) -> None:
        if (dialog := self._open_dialog) is None:
            return
        beside = self._desk.database.path.parent
        if len(dialog.kinds) > 1:
            title = _("Folder for the pages")
            if folder := ask_for_folder(dialog, title, FileKind.PAGES, beside):
                self._write_all(dialog, folder)
            return
        folder = folder_for(FileKind.PAGES, beside, to_write=True)
        name = file_name_of(_named(dialog.kinds[0], dialog.session_title))
        path = self._ask_where(dialog, folder / f"{name}{dialog.ending}")
        if path is not None:
            wanted = [(dialog.kinds[0], path)]
            self._write_next(Batch(wanted, dialog.session_id, dialog.paper))

    def _write_all(self, dialog: "PagesDialog", folder: Path) -> None:
        """Several kinds into one folder, in which nothing is replaced."""
        wanted: list[tuple[PageKind, Path]] = []
        for kind in dialog.kinds:
            title = _named(kind, dialog.session_title)
            ending, taken = kind.ending_like(dialog.ending), [path for _kind, path in wanted]
            wanted.append((kind, free_target(folder, title, ending, taken)))
        self._write_next(Batch(wanted, dialog.session_id, dialog.paper))

    def _ask_where(
        self, dialog: "PagesDialog", proposed: Path, before: Path | None = None, problem: str = ""
    ) -> Path | None:
        """A name that ends rightly: after a wrong ending, the right one is proposed."""
        from kdc_desktop.domain.pages.kinds import says_a_kind

        kind, ending = dialog.kinds[0], dialog.ending
        kinds = f"{ending[1:].upper()} (*{ending})"  # untranslated: a kind of file
        chosen = ask_for_name(dialog, str(kind.title), FileKind.PAGES, kinds, proposed, problem)
        if chosen is None:
            return None
        try:
            said = says_a_kind(chosen)
            return kind.named(chosen if said else target_named(chosen, ending))
        except MisnamedError as error:
            if chosen != before:
                return self._ask_where(dialog, error.right, chosen, str(error))
            self._refuse(str(error))
        except UserError as error:
            self._refuse(str(error))
        return None

    @property
    def _open_dialog(self) -> "PagesDialog | None":
        return self._dialog if self._dialog is not None and isValid(self._dialog) else None

    def _refuse(self, sentence: str) -> None:
        self._desk.window.warn(sentence)
        if (dialog := self._open_dialog) is not None:
            dialog.tell_problem(sentence)

    def _tell(self, sentence: str, path: Path) -> None:
        self._desk.window.say(sentence, path)
        if (dialog := self._open_dialog) is not None:
            dialog.tell(sentence, path)

    def _write_next(self, batch: Batch) -> None:
        """Write those that are left one after the other, then tell of all: made and written in
        jobs, painted here between."""
        from kdc_desktop.screens.pages.writing import drafted

        kind, _path = batch.left[0]
        database, session_id = self._desk.database, batch.session_id
        self._desk.jobs.run(
            str(_MAKING),
            lambda _progress: drafted(database, kind, session_id),
            lambda draft: self._paint_soon(draft.paint(), partial(self._write_to, draft, batch)),
        )

    def _paint_soon(self, painting: Iterator[None], write: Callable[[], object]) -> None:
        """Each draft has its own turns: others may be wanted while one is painted."""
        QTimer.singleShot(_TURN, self, partial(self._paint_next, painting, write))

    def _paint_next(self, painting: Iterator[None], write: Callable[[], object]) -> None:
        is_ending = self._desk.jobs.asked_for == str(_MAKING)  # a job ends after its result is told
        if next(painting, self) is None or is_ending:
            self._paint_soon(painting, write)
        else:
            write()

    def _write_to(self, draft: "Draft", batch: Batch) -> None:
        _kind, path = batch.left[0]
        self._desk.jobs.run(
            _("Writing the pages"),
            lambda _progress: draft.write(path, batch.paper),
            lambda _done: self._go_on(batch.after(draft.said)),
        )

    def _go_on(self, batch: Batch) -> None:
        """With the next one as soon as the job is over that has written the one before."""
        if batch.left:
            single = Qt.ConnectionType.SingleShotConnection
            self._desk.jobs.ended.connect(partial(self._write_next, batch), single)
        else:
            self._tell(batch.told, batch.shown)


def _named(kind: "PageKind", session: str) -> str:
    """What a file of these pages is called."""
    return _("{pages}, {session}", pages=kind.title, session=session)
