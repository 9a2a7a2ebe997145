"""Write a page that is of no session: of a consortium, or for somebody."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kdc_desktop.errors import MisnamedError, UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.file_dialogs import FileKind, ask_for_name, folder_for
from kdc_desktop.screens.kit.targets import file_name_of, target_named
from kdc_desktop.screens.kit.wiring import Desk

if TYPE_CHECKING:
    from kdc_desktop.domain.pages.kinds import PageKind
    from kdc_desktop.domain.pages.values import Document
    from kdc_desktop.services.obstacles.rows import ObstacleOwner
    from kdc_desktop.services.polls.slips import FreshSlips, SlipNumbers


class PageWriting:
    """Asks for a file, and writes a page in the background."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def write_charter(self, consortium_id: int, name: str) -> None:
        """Write the charter of the consortium that is called so."""
        from kdc_desktop.domain.pages.kinds import CHARTER
        from kdc_desktop.services.pages.charter import charter_of

        done = _("The charter of {name} is written.", name=name)
        make = partial(charter_of, self._desk.database, consortium_id)
        self._write(CHARTER, _("Charter of {name}", name=name), make, done)

    def write_for_visit(self, owner: "ObstacleOwner", name: str) -> None:
        """Write what waits for who is called so."""
        from kdc_desktop.domain.pages.kinds import WAITING
        from kdc_desktop.services.pages.waiting import waiting_for_one

        done = _("The page for {name} is written.", name=name)
        make = partial(waiting_for_one, self._desk.database, owner, name)
        self._write(WAITING, _("What waits for {name}", name=name), make, done)

    def write_for_author(self, person_id: int, name: str) -> None:
        """Write what became of all ideas of who is called so."""
        from kdc_desktop.domain.pages.kinds import BECAME
        from kdc_desktop.services.pages.became import became_of

        done = _("The page for {name} is written.", name=name)
        make = partial(became_of, self._desk.database, person_id)
        self._write(BECAME, _("Ideas of {name}", name=name), make, done)

    def write_slips(self, poll_id: int, wanted: "FreshSlips | SlipNumbers") -> None:
        """Write slips of a poll, to be printed: fresh ones, which are numbered once it is said
        where, or those that have these numbers once more."""
        from kdc_desktop.domain.pages.kinds import POLL_SLIPS
        from kdc_desktop.services.pages.poll_slips import slips_of_poll

        make = partial(slips_of_poll, self._desk.database, poll_id, wanted)
        done = _("The slips are written: print them, and cut them.")
        self._write(POLL_SLIPS, str(POLL_SLIPS.title), make, done)

    def _write(
        self, kind: "PageKind", title: str, make: "Callable[[], Document]", done: str
    ) -> None:
        path = self._ask_where(kind, title)
        if path is not None:
            from kdc_desktop.audience.kit.ink import load_fonts

            load_fonts()
            self._desk.jobs.run(
                _("Writing the pages"),
                lambda _progress: _written(make(), path),
                lambda written: self._desk.window.say(done, written),
            )

    def _ask_where(self, kind: "PageKind", title: str) -> Path | None:
        """A name that ends rightly: after a wrong ending, the right one is proposed."""
        from kdc_desktop.domain.pages.kinds import says_a_kind

        usual = kind.endings[0]
        beside = folder_for(FileKind.PAGES, self._desk.database.path.parent, to_write=True)
        proposed, problem = beside / f"{file_name_of(title)}{usual}", ""
        files = [f"{one[1:].upper()} (*{one})" for one in kind.endings]  # untranslated: kinds
        kinds = ";;".join(files)
        while True:
            of = str(kind.title), FileKind.PAGES, kinds, proposed, problem
            chosen = ask_for_name(self._desk.over, *of)
            if chosen is None:
                return None
            try:
                return kind.named(chosen if says_a_kind(chosen) else target_named(chosen, usual))
            except MisnamedError as error:
                proposed, problem = error.right, str(error)
            except UserError as error:
                self._desk.window.warn(str(error))
                return None


def _written(made: "Document", path: Path) -> Path:
    from kdc_desktop.screens.pages.writing import Draft, usual_paper

    Draft(made, []).write(path, usual_paper())
    return path
