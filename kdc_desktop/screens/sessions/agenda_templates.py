"""An agenda that the club keeps as a template, and templates whose stages come into an agenda."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.passing import Menu
from kdc_desktop.screens.kit.plain import plain_caption
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.sessions.help import TEMPLATE_HELP
from kdc_desktop.services.sessions import own_templates
from kdc_desktop.services.sessions.new_stages import NewStage, add_stages
from kdc_desktop.services.sessions.templates import Template, templates
from kdc_desktop.storage import Database


class AgendaTemplates(QObject):
    """What a button in the agenda of one session offers; `added` carries stages that came in.

    `after` gives the stage after which they come, `why_not` why nothing can be kept.
    """

    added = Signal(object)

    def __init__(
        self,
        screen: Screen,
        database: Database,
        session_id: int,
        kinds: Mapping[str, StageKind],
        after: Callable[[], int | None],
    ) -> None:
        super().__init__(screen)
        self._screen, self._database, self._session_id = screen, database, session_id
        self._kinds, self._after = kinds, after

    def offer(
        self, button: QPushButton, title: Callable[[], str], why_not: Callable[[], str]
    ) -> None:
        """Have all of it in the menu of a button, and to keep the agenda in the palette, too."""
        text = _("Keep the agenda as a template…")
        keep = partial(self._keep, title)
        kept = self._screen.act("keep_the_agenda", text, keep, icon="layers", why_not=why_not)
        menu, parts = Menu(button), (_("Add the stages of"), _("Rename"), _("Remove"))
        menu.addAction(kept)
        adding, renaming, removing = (Menu(words, menu) for words in parts)
        for part in (adding, renaming, removing):
            menu.addMenu(part)
        menu.aboutToShow.connect(partial(self._fill, adding, renaming, removing))
        button.setMenu(menu)

    def _fill(self, adding: Menu, renaming: Menu, removing: Menu) -> None:
        own = own_templates.own_templates(self._database)
        for part in (adding, renaming, removing):
            part.clear()
        for template in (*templates(), *own):
            adding.addAction(_named(template)).triggered.connect(partial(self._add, template))
        for template in own:
            rename = partial(ask_for_name, self._screen, self._database, template)
            renaming.addAction(_named(template)).triggered.connect(rename)
            remove = partial(self._remove, template)
            removing.addAction(_named(template)).triggered.connect(remove)
        for part in (renaming, removing):
            part.menuAction().setVisible(bool(own))

    def _keep(self, title: Callable[[], str]) -> None:
        ask_to_keep(self._screen, self._database, self._session_id, title())

    def _add(self, template: Template, _on: bool = False) -> None:
        new = [
            NewStage(
                self._kinds[one.kind], str(one.title), one.minutes, str(one.prompt), str(one.notes)
            )
            for one in template.stages
            if one.kind in self._kinds
        ]
        done = self._screen.attempt(
            add_stages, self._database, self._session_id, new, self._after()
        )
        if done:
            self.added.emit(done.answer)

    def _remove(self, template: Template, _on: bool = False) -> None:
        key = own_templates.own_id(template)
        if key is not None:
            self._screen.attempt(own_templates.remove_template, self._database, key)


def ask_to_keep(screen: Screen, database: Database, session_id: int, title: str) -> None:
    """Ask what the agenda of a session is called, and have the club keep it as a template."""
    from kdc_desktop.screens.sessions.line_dialog import AskedLine, LineDialog

    about = _("New session offers it beside the ready agendas, with minutes and notes.")
    asked = AskedLine(_("Template of the club"), about, _("&Name"), TEMPLATE_HELP, title)
    keep = partial(own_templates.keep_as_template, database, session_id)
    open_to_write(LineDialog(asked, keep, screen))


def ask_for_name(screen: Screen, database: Database, template: Template, _on: bool = False) -> None:
    """Ask for another name of a template of the club."""
    from kdc_desktop.screens.sessions.line_dialog import AskedLine, LineDialog

    key = own_templates.own_id(template)
    if key is not None:
        about = _("Sessions that were made of it stay as they are.")
        name = str(template.name)
        asked = AskedLine(_("Template of the club"), about, _("&Name"), TEMPLATE_HELP, name)
        keep = partial(own_templates.rename_template, database, key)
        open_to_write(LineDialog(asked, keep, screen))


def _named(template: Template) -> str:
    return plain_caption(str(template.name))
