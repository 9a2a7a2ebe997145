"""Each stage of the open session by its name, to look at it or to let the session go there."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.plain import plain_caption
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.screens.window.window_actions import WindowActions
from kdc_desktop.screens.window.window_reasons import no_way_to


class StageActions(QObject):
    """A pair for each place in the agenda, which tells what stands there; the palette finds them.

    They stay when the agenda is shorter, or another one, because somebody may be about to choose.
    """

    def __init__(
        self,
        actions: WindowActions,
        walk: SessionWalk,
        look_at: Callable[[int], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._actions, self._walk, self._look_at = actions, walk, look_at
        self._pairs: list[tuple[QAction, QAction]] = []
        walk.moved.connect(self._follow)

    def _follow(self) -> None:
        titles = [plain_caption(stage.title) for stage in self._walk.stages]
        while len(self._pairs) < len(titles):
            self._pairs.append(self._pair(len(self._pairs)))
        for place, (look, go) in enumerate(self._pairs):
            for action in (look, go):
                action.setEnabled(place < len(titles))
                action.setVisible(place < len(titles))
            if place < len(titles):
                look.setText(_("Look at {stage}", stage=titles[place]))
                go.setText(_("Session: go to {stage}", stage=titles[place]))

    def _pair(self, place: int) -> tuple[QAction, QAction]:
        add, number = self._actions.add, place + 1
        look = add(f"look_at_stage_{number}", "", partial(self._look, place), None, "eye")
        go, none = partial(self._go, place), partial(no_way_to, self._walk, place)
        return look, add(f"go_to_stage_{number}", "", go, None, "skip-forward", none)

    def _look(self, place: int) -> None:
        if place < len(self._walk.stages):
            self._look_at(self._walk.stages[place].id)

    def _go(self, place: int) -> None:
        if place < len(self._walk.stages):
            self._walk.go_to(self._walk.stages[place].id)
