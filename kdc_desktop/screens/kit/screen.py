"""The base of everything the facilitator's window shows in its centre."""

import sys
from collections.abc import Callable, Hashable, Mapping
from pathlib import Path
from typing import Any, Generic, NamedTuple, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.help import Help
from kdc_desktop.screens.kit.reasons import ReasonedAction, WhyNot, action_done
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.sessions.rows import StageRow

ChangedRows = Mapping[str, Mapping[Any, Mapping[str, Any]]]
"""Rows by table and key, and those that they belong to; as they were where they are gone."""

P = ParamSpec("P")
T = TypeVar("T")


class Done(NamedTuple, Generic[T]):
    """What a verb that was not refused has answered; it is true even where that is nothing."""

    answer: T


class Sight(NamedTuple):
    """What of a screen can be seen: at which stage, and `of` what, in a value that it knows."""

    stage: StageRow | None = None
    of: Hashable = None

    def is_same_as(self, other: "Sight") -> bool:
        """Whether both are the same thing, however the stage stands meanwhile."""
        ids = [one.stage.id if one.stage else None for one in (self, other)]
        return ids[0] == ids[1] and self.of == other.of


class ChangedTables(Protocol):
    """What a screen needs to know of a change: the tables that it touched, and which rows."""

    @property
    def tables(self) -> frozenset[str]: ...

    @property
    def ids(self) -> Mapping[str, frozenset[Any]]: ...


class Takes(NamedTuple):
    """What a screen does with what is dropped on the window: sheets, and text where it says so.

    `offer` is the sentence that is shown while it is held over the window.
    """

    offer: str
    sheet: Callable[[Path], object]
    text: Callable[[str], object] | None = None


class Screen(QWidget):
    """One screen: knows its form, the tables it shows, and how to read its rows again.

    A subclass sets `stem` (its form in ``ui/``, “noun/name”; empty for none), `help` and `tables`,
    and overrides `refresh`; where it `is_for_the_room`, also `slide_of`. `said` carries a quiet
    line about what was done, `told` one about what a job has written, which can be undone from
    there, `wrote` one about a file and its path, `problem` a sentence about what has to be mended,
    `cautioned` one about what was done all the same; the window shows all. `keys_to` is the widget
    that takes the keys when it is shown; the first one otherwise. `lead_to` points at rows that an
    undo has changed: whoever makes the screen gives it. `takes` says what is done with what is
    dropped here, and `saving` what Ctrl+S does first: True where it has taken something that was
    being written. `step_room` shows the room the next part of what it sees part by part; False
    where it sees nothing so.

    Looking is not showing: the room sees the stage that runs. `worked` tells that something was
    done here with what is in sight, which the room then sees if this is the screen of that stage.
    `show_wanted` carries what the facilitator shows to the room all the same, None for the stage
    again, and what to say once the room sees it; `hide_wanted` a sight with something on it that
    is hidden now, and what to say of that; `along_wanted` one that the room is to see while it
    follows another stage, and what was done. `in_room` is what the room sees of this screen.
    """

    stem: str = ""
    help: Help = Help(lazy("This screen shows a part of the session."))
    tables: frozenset[str] = frozenset()

    said = Signal(str)
    told = Signal(str)
    wrote = Signal(str, object)
    problem = Signal(str)
    cautioned = Signal(str)
    room_changed = Signal()
    worked = Signal()
    show_wanted = Signal(object, str)
    hide_wanted = Signal(object, str)
    along_wanted = Signal(object, str)
    is_for_the_room = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.keys_to: QWidget | None = None
        self.takes: Takes | None = None
        self.stage: StageRow | None = None
        self.in_room: Sight | None = None
        self.saving: Callable[[], bool] = lambda: False
        self.step_room: Callable[[], bool] = lambda: False
        self.lead_to: Callable[[ChangedRows], object] = lambda _rows: None
        self._stale = True
        if self.stem:
            load_form(self, self.stem)
        if not self.accessibleName():
            self.setAccessibleName(self.windowTitle() or type(self).__name__)

    def refresh(self) -> None:
        """Read the rows again and show them."""

    def tick(self) -> None:
        """A second has gone by: whoever shows times that move brings them up to date."""

    def inspector(self) -> QWidget | None:
        """What the window shows at the right for this screen; none by default."""
        return None

    def show_stage(self, stage: StageRow) -> None:
        """The stage of the agenda that this screen stands for now; called before it is shown."""
        self.stage = stage
        self.room_changed.emit()

    @property
    def sight(self) -> Sight | None:
        """What can be seen here now; None where that is nothing for a room."""
        return Sight(self.stage) if self.is_for_the_room else None

    def sight_of(self, stage: StageRow | None) -> Sight:
        """What the room sees by itself while this stage runs, whatever one looks at."""
        return Sight(stage)

    def slide_of(self, _sight: Sight) -> Slide | None:
        """This as the room sees it, also while the screen is hidden or shows something else.

        Emit `room_changed` when it differs.
        """
        return None

    def slide(self) -> Slide | None:
        """What can be seen here now, as the room would see it."""
        return None if self.sight is None else self.slide_of(self.sight)

    @property
    def is_painted(self) -> bool:
        """Whether what can be seen is complete; a screen that paints bit by bit says when."""
        return True

    @property
    def is_current(self) -> bool:
        """Whether it can be seen, and shows what was last read without anything left out."""
        return self.isVisible() and not self._stale

    def on_changes(self, changes: ChangedTables) -> None:
        """Refresh if one of the screen's tables has changed: now, or when it is shown next."""
        if self.tables & changes.tables:
            self.touch()

    def touch(self) -> None:
        """Mark what is shown as out of date, and refresh at once if it can be seen."""
        self._stale = True
        if self.isVisible():
            self._refresh_now()
        else:
            self.room_changed.emit()  # the room may see it all the same

    def catch_up(self) -> None:
        """Refresh though it cannot be seen, for what the room sees."""
        if self._stale:
            self._refresh_now()

    def attempt(self, verb: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Done[T] | None:
        """Call a verb; None when it was refused: its `UserError` has become a `problem`."""
        try:
            return Done(verb(*args, **kwargs))
        except UserError as error:
            self.problem.emit(str(error))
            return None

    def attempt_here(
        self, verb: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> Done[T] | None:
        """Call a verb on what is in sight: it is `worked` where it was not refused."""
        done = self.attempt(verb, *args, **kwargs)
        if done is not None:
            self.worked.emit()
        return done

    def act(
        self,
        name: str,
        text: str,
        slot: Callable[..., Any],
        *,
        shortcut: str | None = None,
        icon: str | None = None,
        tip: str | None = None,
        checkable: bool = False,
        why_not: WhyNot | None = None,
    ) -> ReasonedAction:
        """Add an action that the palette, the key sheet and its shortcut find.

        `name` is what code knows it by: its object name is “act_” and the name.

        Of several shortcuts, with semicolons between them, the first is told in menus.

        Its shortcut lives wherever the focus is in the window while the screen is shown, in the
        panel beside it too.

        `slot` is called without arguments, or with the new state when `checkable`. `icon` names
        an icon of the theme. Where `why_not` gives a sentence, that is told instead.
        """
        action = ReasonedAction(text, self, why_not)
        action.setObjectName(f"act_{name}")
        action.setCheckable(checkable)
        action.setAutoRepeat(False)
        if tip:
            action.setToolTip(tip)
            action.setStatusTip(tip)
        if icon:
            action.setIcon(self.theme.icon(icon))
        if shortcut is not None:
            action.setShortcuts(QKeySequence.listFromString(shortcut))
        tell, reason = self.problem.emit, action.why_not
        action.triggered.connect(lambda on: action_done(slot, on, checkable, reason, tell))
        self.addAction(action)
        return action

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh_now()

    def _refresh_now(self) -> None:
        self._stale = False
        try:
            self.refresh()
        except UserError as error:
            self._stale = True
            self.problem.emit(str(error))
        except Exception:  # from within what Qt calls, it would break what Qt calls next
            self._stale = True
            sys.excepthook(*sys.exc_info())
