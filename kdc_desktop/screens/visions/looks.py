"""Other ways to look at a vision: an earlier version, what went out, what it means for members."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.visions.verbs import VisionVerbs
from kdc_desktop.screens.visions.version_pills import AGAINST, COMPARE, REVEAL, version_of
from kdc_desktop.screens.visions.view import UnderVision, VisionView
from kdc_desktop.screens.visions.vision_reasons import (
    no_version,
    nothing_before,
    nothing_to_reveal,
)


class Looks(QObject):
    """Changes how the vision is looked at; `changed` tells to show it again.

    `turned` tells that something else stands under the statement now.
    """

    changed = Signal()
    turned = Signal()
    version_picked = Signal(int)

    def __init__(self, screen: Screen, view: VisionView, verbs: VisionVerbs) -> None:
        super().__init__(screen)
        self._screen, self._view, self._verbs = screen, view, verbs
        view.learned = self.changed.emit

    def add_actions(self) -> None:
        """Let the keys of the screen choose a way to look."""
        compare, read = _("Compare with the version before"), _("Readings of the members")
        act, view = self._screen.act, self._view
        none, toggle = partial(nothing_before, view), self.toggle_compare
        act("compare_with_the_version_before", compare, toggle, shortcut="C", why_not=none)
        text, step = _("Compare with an earlier version"), self.compare_with_the_next
        act("compare_with_an_earlier_version", text, step, shortcut="Shift+C", why_not=none)
        none, toggle = partial(no_version, view), partial(self.look_at, UnderVision.READINGS)
        act("readings_of_the_members", read, toggle, shortcut="R", why_not=none)
        ledger, toggle = _("Ledger of the answers"), partial(self.look_at, UnderVision.LEDGER)
        act("ledger_of_the_answers", ledger, toggle, shortcut="L", why_not=none)
        none, toggle = partial(nothing_to_reveal, view), self.toggle_positions
        text = _("Reveal the answers to the room, or hide them")
        act("show_positions", text, toggle, shortcut="V", icon="eye", why_not=none)

        text, tells = _("Show the room who moved, and whose sector each is"), self.tell_sectors
        act("show_sectors", text, tells, checkable=True, icon="eye").setChecked(True)

    def pick(self, key: str) -> None:
        """Do what a pill under the statement says."""
        if key == COMPARE:
            self.toggle_compare()
        elif key.startswith(AGAINST):
            self.compare_with(int(key.removeprefix(AGAINST)))
        elif key in set(UnderVision):
            self.look_at(UnderVision(key))
        elif key == REVEAL:
            self.toggle_positions()
        elif self._view.page is not None:
            version_id = version_of(self._view.page, key)
            self._view.version_id = version_id
            self.changed.emit()
            self.version_picked.emit(version_id)

    def toggle_compare(self) -> None:
        """Show what went out since the version before, or hide it."""
        self._view.compares = not self._view.compares
        self.changed.emit()

    def compare_with(self, version_id: int) -> None:
        """Show what changed since this version."""
        self._view.compares, self._view.against = True, version_id
        self.changed.emit()

    def compare_with_the_next(self) -> None:
        """Show what changed since the version before the one that is compared with, in turns."""
        earlier, now = self._view.earlier, self._view.compared_with
        if now is not None:
            at = earlier.index(now) - 1 if self._view.compares else len(earlier) - 1
            self.compare_with(earlier[at].id)

    def look_at(self, look: UnderVision) -> None:
        """Show this under the statement; once more, and it is where each member stands."""
        self.show(UnderVision.POSITIONS if self._view.look is look else look)

    def show(self, look: UnderVision) -> None:
        """Show this under the statement, whatever stands there now."""
        if self._view.look is not look:
            self._view.look = look
            self.changed.emit()
            self.turned.emit()

    def toggle_positions(self) -> None:
        """Let the room see where the members stand on the version that is shown, or hide it.

        What nobody is shown yet is revealed.
        """
        view, screen, version = self._view, self._screen, self._view.version
        if version is None or view.page is None:
            return
        asking = view.page.asking
        if asking is not None and asking.vision_id == version.id:
            self.reveal()
            return
        before = screen.sight
        view.revealed[version.id] = not view.reveals
        screen.worked.emit()
        if view.reveals:
            screen.show_wanted.emit(screen.sight, _("The room sees the positions on this version."))
        else:
            told = _("The room sees no position on this version.")
            screen.hide_wanted.emit(before, told)
        self.changed.emit()

    def reveal(self) -> None:
        """Show all answers of the asking that is open at once, to the room as well."""
        view, page = self._view, self._view.page
        asking = page.asking if page is not None else None
        if asking is None or asking.id is None:
            return
        was = view.version_id, view.revealed.get(asking.vision_id, False)
        view.version_id, view.revealed[asking.vision_id] = None, True
        if not self._verbs.reveal(asking.id):
            view.version_id, view.revealed[asking.vision_id] = was
            return
        told = _("The answers are revealed, and the room sees them.")
        self._screen.show_wanted.emit(self._screen.sight, told)
        self.changed.emit()

    def tell_sectors(self, on: bool) -> None:
        """Let the room see who moved, and whose sector each position is."""
        self._view.tells_sectors = on
        self._screen.room_changed.emit()
        self._screen.said.emit(
            _("A room that sees positions sees who moved, and whose sector each is.")
            if on
            else _("A room that sees positions does not see whose they are.")
        )
