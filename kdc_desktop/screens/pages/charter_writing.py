"""Write the charter of one consortium, which is handed over when it is let go."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kdc_desktop.errors import MisnamedError, UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.file_dialogs import FileKind, ask_for_name, folder_for
from kdc_desktop.screens.kit.targets import file_name_of, target_named
from kdc_desktop.screens.kit.wiring import Desk

if TYPE_CHECKING:
    from kdc_desktop.screens.pages.writing import Draft


class CharterWriting:
    """Asks for a file, and writes a charter in the background."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def write(self, consortium_id: int, name: str) -> None:
        """Write the charter of the consortium that is called so."""
        path = self._ask_where(_("Charter of {name}", name=name))
        if path is not None:
            from kdc_desktop.audience.kit.ink import load_fonts

            load_fonts()
            self._desk.jobs.run(
                _("Writing the pages"),
                lambda _progress: self._written(consortium_id, path),
                partial(self._tell, name),
            )

    def _ask_where(self, title: str) -> Path | None:
        """A name that ends rightly: after a wrong ending, the right one is proposed."""
        from kdc_desktop.domain.pages.kinds import CHARTER, says_a_kind

        usual = CHARTER.endings[0]
        beside = folder_for(FileKind.PAGES, self._desk.database.path.parent, to_write=True)
        proposed, problem = beside / f"{file_name_of(title)}{usual}", ""
        files = [f"{one[1:].upper()} (*{one})" for one in CHARTER.endings]  # untranslated: kinds
        kinds = ";;".join(files)
        while True:
            of = str(CHARTER.title), FileKind.PAGES, kinds, proposed, problem
            chosen = ask_for_name(self._desk.over, *of)
            if chosen is None:
                return None
            try:
                return CHARTER.named(chosen if says_a_kind(chosen) else target_named(chosen, usual))
            except MisnamedError as error:
                proposed, problem = error.right, str(error)
            except UserError as error:
                self._desk.window.warn(str(error))
                return None

    def _written(self, consortium_id: int, path: Path) -> Path:
        from kdc_desktop.screens.pages.writing import usual_paper

        self._draft(consortium_id).write(path, usual_paper())
        return path

    def _draft(self, consortium_id: int) -> "Draft":
        from kdc_desktop.screens.pages.writing import Draft
        from kdc_desktop.services.pages.charter import charter_of

        return Draft(charter_of(self._desk.database, consortium_id), [])

    def _tell(self, name: str, path: Path) -> None:
        self._desk.window.say(_("The charter of {name} is written.", name=name), path)
