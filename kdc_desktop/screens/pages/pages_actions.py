"""Ask for pages, make them in the background, and say where they lie."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from shiboken6 import isValid

from kdc_desktop.errors import MisnamedError, UserError
from kdc_desktop.i18n import _, lazy, sentences
from kdc_desktop.jobs import ONE_AT_A_TIME
from kdc_desktop.screens.kit.file_dialogs import (
    FileKind,
    ask_for_folder,
    ask_for_name,
    folder_for,
)
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.targets import file_name_of, free_target, target_named
from kdc_desktop.screens.kit.wiring import Desk

if TYPE_CHECKING:
    from kdc_desktop.domain.pages.kinds import PageKind
    from kdc_desktop.screens.pages.batch import Batch
    from kdc_desktop.screens.pages.pages_dialog import PagesDialog
    from kdc_desktop.screens.pages.writing import Draft

T = TypeVar("T")

_MAKING = lazy("Making the pages")
_TURN = 5  # ms between two pictures, in which the window paints and takes keys


class PagesActions(QObject):
    """What the menu offers for it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.over)
        self._desk = desk
        self._dialog: PagesDialog | None = None
        desk.window.pages_wanted.connect(self.choose)

    def choose(self, key: str = "") -> None:
        """Ask which pages are wanted, and write them; those of this key are offered first."""
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
        dialog.offer_first(key)
        dialog.wanted.connect(self._begin)
        self._desk.jobs.problem.connect(dialog.tell_problem)
        self._dialog = dialog
        open_for_now(dialog)

    def _begin(self) -> None:
        from kdc_desktop.screens.pages.batch import Batch

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
        from kdc_desktop.screens.pages.batch import Batch

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

    def _write_next(self, batch: "Batch") -> None:
        """Write those that are left one after the other, then tell of all: made and written in
        jobs, painted here between."""
        from kdc_desktop.screens.pages.writing import drafted

        kind, _path = batch.left[0]
        database, session_id = self._desk.database, batch.session_id
        self._run(
            str(_MAKING),
            lambda: drafted(database, kind, session_id),
            lambda draft: self._paint_soon(draft.paint(), partial(self._write_to, draft, batch)),
            lambda _draft, why: self._halt(batch, why),
        )

    def _run(
        self,
        title: str,
        work: Callable[[], T],
        then: Callable[[T], object],
        halt: Callable[[T | None, str], object],
    ) -> None:
        """A job; `halt` is told why nothing has come of it, or what was called off too late."""
        made: list[T] = []
        problems: list[str] = []
        taken: list[T] = []

        def make(_progress: object) -> T:
            try:
                made.append(work())
            except UserError as error:
                problems.append(str(error))
                raise
            return made[0]

        def take(result: T) -> None:
            taken.append(result)
            then(result)

        def end() -> None:
            if not taken and isValid(self):
                halt(made[0] if made else None, sentences(problems))

        single = Qt.ConnectionType.SingleShotConnection
        self._desk.jobs.ended.connect(end, single)
        if not self._desk.jobs.run(title, make, take):
            self._desk.jobs.ended.disconnect(end)
            halt(None, str(ONE_AT_A_TIME))

    def _paint_soon(self, painting: Iterator[None], write: Callable[[], object]) -> None:
        """Each draft has its own turns: others may be wanted while one is painted."""
        QTimer.singleShot(_TURN, self, partial(self._paint_next, painting, write))

    def _paint_next(self, painting: Iterator[None], write: Callable[[], object]) -> None:
        """One more slide; then it waits for any job, also for the one whose result this is."""
        if next(painting, self) is None or self._desk.jobs.asked_for:
            self._paint_soon(painting, write)
        else:
            write()

    def _write_to(self, draft: "Draft", batch: "Batch") -> None:
        _kind, path = batch.left[0]

        def write() -> "Batch":
            if why := draft.nothing:
                return batch.without(why)
            draft.write(path, batch.paper)
            return batch.after(draft.said)

        self._run(
            _("Writing the pages"),
            write,
            self._go_on,
            lambda after, why: self._halt(after or batch, why),
        )

    def _go_on(self, batch: "Batch") -> None:
        """With the next one as soon as the job is over that has written the one before."""
        if batch.left:
            self._paint_soon(iter(()), partial(self._write_next, batch))
        elif not batch.written:
            self._refuse(batch.told)
        else:
            self._tell(batch.told, batch.shown)

    def _halt(self, batch: "Batch", why: str) -> None:
        """Tell what is written and what is not; of a single file the job has said it."""
        if not batch.left and batch.written:
            self._tell(batch.told, batch.shown)
        elif batch.written or len(batch.left) > 1:
            self._refuse(sentences((why, batch.told_halfway)))


def _named(kind: "PageKind", session: str) -> str:
    """What a file of these pages is called."""
    return _("{pages}, {session}", pages=kind.title, session=session)
