"""Lets a consortium go, and keeps what is heard of it afterwards."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from kdc_desktop.domain.visions.stages import LET_GO
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.visions.life_page import LifePage
from kdc_desktop.screens.visions.looks import Looks
from kdc_desktop.screens.visions.view import UnderVision, VisionView
from kdc_desktop.screens.visions.vision_reasons import no_consortium
from kdc_desktop.services.consortia import forming, projects, signs
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.services.visions.letting_go import life_of, share_contacts
from kdc_desktop.services.visions.rows import VisionPage
from kdc_desktop.storage import Database


class LifeActions(QObject):
    """Does what is wanted on the page.

    `charter_wanted` carries the consortium of which the charter is to be handed over, and its name.
    """

    charter_wanted = Signal(int, str)

    def __init__(
        self, screen: Screen, database: Database, view: VisionView, page: LifePage, looks: Looks
    ) -> None:
        super().__init__(screen)
        self._stage_id = 0
        self._screen, self._database, self._view = screen, database, view
        self.page, self._looks = page, looks
        page.form.let_go_wanted.connect(self.let_go)
        page.form.contacts_wanted.connect(self.share_contacts)
        page.again_wanted.connect(self.look_again)
        page.charter_wanted.connect(self.hand_over)
        page.signs.sign_wanted.connect(self.write_sign)
        page.signs.problem.connect(self._screen.problem)
        page.signs.remove_wanted.connect(self.remove_sign)

    def add_actions(self) -> None:
        """Let the keys and the palette lead to the page."""
        act, none = self._screen.act, partial(no_consortium, self._view)
        text, show = _("Let go, and signs of life"), partial(self._looks.look_at, UnderVision.LIFE)
        act("let_go_and_signs_of_life", text, show, shortcut="G", why_not=none)
        write = _("Write a sign of life")
        charter = _("Write the charter of the consortium…")
        act("write_the_charter", charter, self.hand_over, icon="file", why_not=none)
        act("write_a_sign_of_life", write, self.write, icon="pencil", why_not=none)

    def follow_stage(self, stage: StageRow) -> None:
        """In the stage in which consortia are let go their page stands there, in others not."""
        if stage.id == self._stage_id:
            return  # it was followed already, and whoever looks elsewhere since stays there
        self._stage_id = stage.id
        if stage.kind == LET_GO.key:
            self._looks.show(UnderVision.LIFE)
        elif self._view.look is UnderVision.LIFE:
            self._looks.show(UnderVision.POSITIONS)

    def show(self, page: VisionPage) -> None:
        """Read how far the consortium is while that is looked at."""
        if self._view.look is UnderVision.LIFE:
            self.page.show_life(life_of(self._database, page))

    def write(self) -> None:
        """Go to the line for the next sign of life."""
        self._looks.show(UnderVision.LIFE)
        self.page.signs.text_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def let_go(self, said_by: str, note: str, look_again_on: date | None) -> None:
        """From now on the consortium goes on by itself."""
        said = (self._view.consortium_id, said_by, note, look_again_on)
        if self._screen.attempt_here(forming.let_go, self._database, *said) is not None:
            self._screen.said.emit(
                _("It is let go. Its charter can be handed over, and one line a quarter is enough.")
            )
            self.page.charter_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_over(self) -> None:
        """Write the charter of the consortium."""
        if self._view.page is not None:
            self.charter_wanted.emit(self._view.consortium_id, self._view.page.name)

    def share_contacts(self, shared: bool, said_by: str) -> None:
        """The members have each other's contacts, or not, as somebody says."""
        of = (self._view.consortium_id, shared, said_by)
        if self._screen.attempt_here(share_contacts, self._database, *of) is None:
            self._looks.changed.emit()

    def look_again(self, on: date | None) -> None:
        """When the club looks at it again."""
        of = (self._view.consortium_id, on)
        if self._screen.attempt_here(projects.look_again, self._database, *of) is None:
            self._looks.changed.emit()

    def write_sign(self, text: str, said_by: str, day: date) -> None:
        """One line on how it does, heard on that day."""
        said = (self._view.consortium_id, text, said_by, day)
        done = self._screen.attempt_here(signs.write_sign_of_life, self._database, *said)
        if done is not None:
            self.page.signs.begin_the_next()

    def remove_sign(self, sign_id: int) -> None:
        """It was not heard."""
        self._screen.attempt_here(signs.remove_sign_of_life, self._database, sign_id)
