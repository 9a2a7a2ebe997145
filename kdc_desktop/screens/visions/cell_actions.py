"""What is done at the current cell of the buy-in map."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction

from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.chosen import member_is_chosen
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.passing import open_menu
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.visions.choosers import Choice
from kdc_desktop.screens.visions.pages import VisionPages
from kdc_desktop.screens.visions.position_dialog import Place, PositionDialog
from kdc_desktop.screens.visions.verbs import VisionVerbs
from kdc_desktop.screens.visions.view import VisionView
from kdc_desktop.screens.visions.vision_reasons import no_cell
from kdc_desktop.services.visions.positions import HowAnswered
from kdc_desktop.services.visions.rows import VisionPage
from kdc_desktop.storage import Database

DIGITS = range(10)


class CellActions:
    """Goes on to the next member, takes a position, or asks for more than a level."""

    def __init__(
        self,
        screen: Screen,
        database: Database,
        view: VisionView,
        pages: VisionPages,
        verbs: VisionVerbs,
    ) -> None:
        self._screen, self._database = screen, database
        self._view, self._verbs, self._levels = view, verbs, pages.levels
        self.matrix = matrix = pages.matrix
        self._digits: list[QAction] = []
        matrix.level_wanted.connect(self.take_here)
        matrix.moved.connect(self._show_level)
        self._levels.picked.connect(self._pick)
        matrix.more_wanted.connect(self.ask_more)
        matrix.clear_wanted.connect(verbs.clear)

    def add_actions(self) -> None:
        """Let the keys and the palette act on the current cell."""
        act = self._screen.act
        unanswered, more = _("Next member without an answer"), _("Say more about the position")
        following = act(
            "next_member_without_an_answer", unanswered, self.next_unanswered, shortcut="N"
        )
        none, icon = partial(no_cell, self._view, self.matrix), "message-square"
        slot = self.ask_more_here
        saying = act("say_more_about_the_position", more, slot, icon=icon, why_not=none)
        copy, slot = _("Copy the positions"), self.matrix.copy
        copying = act("copy_the_positions", copy, slot, icon="copy", why_not=none)
        self.matrix.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.matrix.customContextMenuRequested.connect(
            lambda at: self._open_menu(at, saying, following, copying)
        )

    def _open_menu(self, at: QPoint, *besides: QAction) -> None:
        levels = [action for action in self._digits if action.isVisible()]
        place = self.matrix.viewport().mapToGlobal(at)
        open_menu(self._screen, "cell_menu", [*levels, *besides], place)

    def add_digits(self) -> None:
        """Let the digits take positions; `show_scale` says which of them."""
        self._digits = [
            self._screen.act(
                f"position_{digit}",
                _("Position {level}", level=digit),
                partial(self.take_here, digit),
                shortcut=str(digit),
                why_not=partial(no_cell, self._view, self.matrix),
            )
            for digit in DIGITS
        ]

    def show_page(self, page: VisionPage) -> None:
        """Say what the digits mean; those that the scale of this page lacks are off."""
        scale = page.scale
        self._show_level()
        for digit, action in zip(DIGITS, self._digits, strict=True):
            known = scale.lowest <= digit <= scale.highest
            action.setEnabled(known)
            action.setVisible(known)
            if known:
                label = scale.level(digit).label
                action.setText(_("Position {level}: {label}", level=digit, label=label))

    def next_unanswered(self) -> None:
        """Go on to the next member who has not answered the latest version."""
        page = self._view.page
        if page is None or page.latest is None or not any(one.is_asked for one in page.members):
            self._screen.problem.emit(_("Nobody is asked yet: write a version, and have members."))
        elif not self.matrix.next_unanswered():
            self._screen.said.emit(_("All members have answered."))
        self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_more_here(self) -> None:
        """Open the panel of the current cell."""
        here = self.matrix.current()
        if here is not None:
            self.ask_more(here[0].id, here[1].id)

    def ask_more(self, member_id: int, version_id: int, *, by_call: bool = False) -> None:
        """Open the panel in which a position gets a reason, a wish and a reservation."""
        if self._view.page is None:
            return
        place = Place.of(self._view.page, member_id, version_id)
        how = HowAnswered(None, AnswerWay.CALL) if by_call else self._verbs.how()
        dialog = PositionDialog(self._screen.theme, self._database, place, how, self._screen)
        dialog.accepted.connect(self._screen.worked)
        dialog.accepted.connect(partial(self._go_on, version_id))
        open_to_write(dialog)

    def _show_level(self) -> None:
        """Name the levels above the map, the one of the current cell picked."""
        page, here = self._view.page, self.matrix.current()
        if page is None:
            return
        position = page.said(here[0].id, here[1].id) if here else None
        self._levels.show_choices(
            [
                Choice(
                    str(level.value),
                    f"{level.value}  {level.label}",
                    position is not None and position.level == level.value,
                    str(level.sentence),
                )
                for level in reversed(page.scale.levels)
            ]
        )
        for pill in self._levels.pills.values():
            pill.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _pick(self, key: str) -> None:
        self._show_level()
        self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
        self.take_here(int(key))

    def take_here(self, level: int) -> None:
        """The current member stands there; the next one who has not answered is current then.

        Nobody's position is taken where it cannot be seen whose, nor after all have answered.
        """
        here, matrix, tell = self.matrix.current(), self.matrix, self._screen.problem.emit
        if here is None:
            return
        if not matrix.shows_current:
            matrix.setFocus(Qt.FocusReason.OtherFocusReason)
            matrix.go_to(here[0].id, here[1].id)
            tell(member_is_chosen(here[0].name))
        elif matrix.chosen.is_through:
            tell(_("All members have answered. Choose one first to change its answer."))
        elif self._verbs.take(here[0].id, here[1].id, level):
            self._go_on(here[1].id)

    def _go_on(self, version_id: int) -> None:
        if not self.matrix.next_unanswered(version_id):
            self._screen.said.emit(_("All members have answered."))
