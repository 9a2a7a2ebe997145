"""What can be done on screens that are not shown: the palette finds it, and leads there."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.called import Called, Calls, GiveCalls, Words, words_of
from kdc_desktop.screens.kit.keys import keys_of
from kdc_desktop.screens.kit.reasons import why_not
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.wiring import Area, Wiring
from kdc_desktop.screens.sessions.wiring import AGENDA, HOME, OUTCOME
from kdc_desktop.screens.window.frame import Frame
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.screens.window.whereabouts import Whereabouts


class DoneElsewhere:
    """Goes where something is done, and does it or tells what it is called there."""

    def __init__(
        self,
        theme: Theme,
        frame: Frame,
        walk: SessionWalk,
        whereabouts: Whereabouts,
        kinds: Sequence[StageKind],
    ) -> None:
        self._theme, self._frame, self._walk = theme, frame, walk
        self._whereabouts, self._kinds = whereabouts, kinds
        self._gives: tuple[GiveCalls, ...] = ()
        self._areas: frozenset[str] = frozenset()

    def learn(self, wiring: Wiring) -> None:
        """Know what the nouns bring along, and where one is without a session."""
        self._gives = wiring.calls
        self._areas = frozenset(area.key for area in wiring.areas if isinstance(area, Area))

    def words(self) -> Words:
        """What people call every action, here and elsewhere."""
        from kdc_desktop.screens.window.called import WORDS

        every = (called for give in self._gives for called in give().actions)
        return {**words_of(WORDS), **words_of({called.name: called.words for called in every})}

    def actions(self, here: Sequence[QAction], parent: QObject) -> dict[QAction, str]:
        """All that is done elsewhere, each with a sentence of where; `here` needs no way."""
        names = {action.objectName() for action in here}
        found = {}
        for calls, called in self._every():
            if f"act_{called.name}" not in names:
                action = QAction(self._theme.icon("arrow-right"), str(called.text), parent)
                action.setObjectName(f"act_{called.name}")
                action.triggered.connect(partial(self._lead, calls, called))
                found[action] = self._where(calls)
        return found

    def _every(self) -> Iterator[tuple[Calls, Called]]:
        for give in self._gives:
            calls = give()
            for called in calls.actions:
                yield calls, called

    def _needs_a_session(self, calls: Calls) -> bool:
        return calls.place not in self._areas and self._walk.session is None

    def _where(self, calls: Calls) -> str:
        if self._needs_a_session(calls):
            return _("Open a session first: this is done at {place}.", place=calls.title)
        return _("Leads to {place}.", place=calls.title)

    def _lead(self, calls: Calls, called: Called) -> None:
        if self._needs_a_session(calls):
            self._whereabouts.go(HOME)
            self._frame.warn(self._where(calls))
            return
        self._go(calls.place)
        action = _action(self._frame.shown(), called.name)
        if action is None:
            return
        if called.at_once:
            action.trigger()
        elif reason := why_not(action):
            self._frame.warn(reason)
        else:
            keys = "".join(keys_of(action)[:1])
            self._frame.say(_told(action.text(), keys))

    def _go(self, place: str) -> None:
        if place in self._areas:
            self._whereabouts.go(place)
        elif place == AGENDA:
            self._whereabouts.show_agenda()
        elif place == OUTCOME:
            self._whereabouts.show_outcome()
        elif (stage_id := self._stage_at(place)) is not None:
            self._whereabouts.look_at(stage_id)
        else:
            self._whereabouts.show_session_screen(place, lambda _screen: None)

    def _stage_at(self, place: str) -> int | None:
        """The stage of such a screen that runs, else the next one, else the last one before."""
        kinds = {kind.key for kind in self._kinds if kind.screen == place}
        stages, current = self._walk.stages, self._walk.current
        at = next((n for n, one in enumerate(stages) if current and one.id == current.id), 0)
        ids = [stage.id for stage in (*stages[at:], *reversed(stages[:at])) if stage.kind in kinds]
        return ids[0] if ids else None


def _action(screen: Screen, name: str) -> QAction | None:
    return next((one for one in screen.actions() if one.objectName() == f"act_{name}"), None)


def _told(text: str, keys: str) -> str:
    if keys:
        return _("This is the place for “{action}”: press {keys}.", action=text, keys=keys)
    return _("This is the place for “{action}”.", action=text)
