"""Undo and redo in the window: what they would do is always written there, and offered once."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from kdc_desktop.domain.kit.actors import FACILITATOR, Way
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Fillable, Text, _, fillable, lazy
from kdc_desktop.jobs import Jobs, Progress
from kdc_desktop.screens.kit.quiet_line import QuietLine
from kdc_desktop.screens.window.last_done import LastDone
from kdc_desktop.screens.window.presence_bar import PresenceBar
from kdc_desktop.services.kit.many import MANY
from kdc_desktop.storage import Changes, Database, Step

_ON_THE_WAY = ({"setting"}, {"poll_urn"})
"""Tables in which the program notes something beside what somebody does."""


class _Direction(NamedTuple):
    """Back or forth: what takes the step, and what is said of it."""

    take: Callable[[Step], Changes]
    title: Text
    told: Fillable
    told_elsewhere: Fillable
    waits: Fillable
    nothing: Text


class Undoing(QObject):
    """Takes steps back and forth; `action` is kept worded after the next step back.

    A step of many rows is a job; what is asked for meanwhile follows it. While another job writes,
    a step waits in the open, and when that has ended it is the step that was named when it was
    asked for; `calling_off` ends the waiting.
    Whoever goes back when that job was the last thing asked for means the job: nothing older is
    taken in its place, and once it has ended it is offered. Nor is anything older taken right after
    what cannot be taken back, such as the end of a vote: that it stays is said once.
    `lead` leads the eye to what a step has changed, and answers with the title of its session
    where that is not open. `next_back` and `next_forth` are the steps that the window names.
    """

    def __init__(
        self,
        database: Database,
        jobs: Jobs,
        quiet: QuietLine,
        foot: PresenceBar,
        lead: Callable[[Changes], str],
        see: Callable[[Step], object],
        done: LastDone,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database, self._jobs, self._quiet, self._foot = database, jobs, quiet, foot
        self._lead, self._done = lead, done
        self.action: QAction | None = None
        self.calling_off: QAction | None = None
        self.next_back: Step | None = None
        self.next_forth: Step | None = None
        self._before_job: Step | None = None
        self._waiting: tuple[_Direction, Step] | None = None
        self._under_way = ""
        self._pressed: list[_Direction] = []  # while a step is under way
        self._stays: Text | None = None
        self._back, self._forth = _back(database, see), _forth(database, see)
        jobs.started.connect(self._remember)
        jobs.ended.connect(self._go_on)

    def show(self, changes: Changes) -> None:
        """Word the next steps anew, and say what these changes have done where they are one's own.

        What others do is seen where it happens, and takes no line from what one did oneself. Of an
        import its step is told, and not what it or anything else remembers on the way.
        """
        undo = self.name_steps()
        can_be = undo is not None and changes.entry_id == undo.entry_id
        remembered = changes.way is Way.IMPORT or changes.tables in _ON_THE_WAY
        on_the_way = remembered and not can_be
        if changes.actor == FACILITATOR and not (changes.retraced or on_the_way):
            self._done.note(changes.entry_id)
            self._stays = None if can_be else changes.label
            self._foot.show_undo(self._first_told())
            self._quiet.say(self._done.told(changes), undo=can_be and self._waiting is None)

    def name_steps(self) -> Step | None:
        """Word the next steps anew, and return the next back; what was said last stays."""
        self.next_back, self.next_forth = undo, _redo = self._database.next_steps()
        if self.action is not None:
            self.action.setEnabled(undo is not None)
            self.action.setText(_("Undo: {what}", what=undo.label) if undo else _("Undo"))
        self._foot.show_undo(self._first_told())
        return undo

    def _first_told(self) -> str:
        """What the first press does: where something stays, it only says so."""
        if self._stays is not None:
            return _("No undo: {what}", what=self._stays)
        return "" if self.next_back is None else _("Undo: {what}", what=self.next_back.label)

    @property
    def newest(self) -> int:
        """The number of the step that would be taken back; later steps have higher ones."""
        return self.next_back.entry_id if self.next_back else 0

    @property
    def newest_undone(self) -> int:
        """The number of the step that would be done again; 0 when there is none."""
        return self.next_forth.entry_id if self.next_forth else 0

    def undo(self) -> None:
        """Take back the step that the window names, if nothing was done since that stays."""
        stays, self._stays = self._stays, None
        if stays is None:
            self._ask(self._back, self.next_back)
        else:
            self._quiet.warn(_stays_told(stays, self.next_back))
            self._done.touch(self.newest)
            self._foot.show_undo(self._first_told())

    def undo_named(self) -> None:
        """The same from where the step is named: whoever presses there has read it."""
        self._done.touch(self.newest)
        self.undo()

    def redo(self) -> None:
        """Do the last undone step again."""
        self._ask(self._forth, self.next_forth)

    def finish(self) -> None:
        """Take the step that waits, because the window is being closed and no job runs any more."""
        if self._waiting is not None:
            direction, step = self._waiting
            self._stop_waiting()
            with suppress(UserError):
                direction.take(step)

    def call_off(self) -> None:
        """Do not take the step that waits."""
        if self._waiting is not None:
            direction, _step = self._waiting
            self._stop_waiting()
            job = self._jobs.asked_for
            self._quiet.say(_called_off(job, back=direction is self._back))

    def _remember(self) -> None:
        self._before_job = self.next_back

    def _means_the_job(self, direction: _Direction, step: Step | None) -> bool:
        return self._jobs.writes and direction is self._back and step == self._before_job

    def _ask(self, direction: _Direction, step: Step | None) -> None:
        if self._waiting is not None or self._under_way:
            self._ask_later(direction)
        elif self._means_the_job(direction, step):
            self._quiet.say(_still_under_way(self._jobs.asked_for))
        elif step is None:
            self._quiet.warn(str(direction.nothing))
        elif first := self._done.first_told(step, back=direction is self._back):
            self._quiet.warn(first)
        elif self._jobs.writes or (self._jobs.asked_for and self._is_big(step)):
            self._wait(direction, step)
        else:
            self._take(direction, step)

    def _ask_later(self, direction: _Direction) -> None:
        if self._waiting is None:
            self._pressed.append(direction)
            text = _("“{what}” is still under way. The next step follows it.", what=self._under_way)
            self._quiet.say(text)
            return
        what = str(self._waiting[1].label)
        text = _("One step at a time: “{what}” waits already. Esc calls it off.", what=what)
        self._quiet.warn(text)

    def _is_big(self, step: Step) -> bool:
        return self._database.rows_of(step) >= MANY

    def _wait(self, direction: _Direction, step: Step) -> None:
        self._waiting = (direction, step)
        self._quiet.hold(str(direction.waits.filled(job=self._jobs.asked_for, what=step.label)))
        if self.calling_off is not None:
            self.calling_off.setEnabled(True)

    def _stop_waiting(self) -> None:
        self._waiting = None
        self._quiet.stop_holding()
        if self.calling_off is not None:
            self.calling_off.setEnabled(False)

    def _go_on(self) -> None:
        """A job has ended: take the step that waits for that."""
        if self._under_way:
            self._under_way = ""
            self.name_steps()
            if self._pressed:
                direction = self._pressed.pop(0)
                self._ask(direction, self.next_back if direction is self._back else self.next_forth)
        elif self._waiting is not None:
            waiting = self._waiting
            self._stop_waiting()
            self._take(*waiting)

    def _take(self, direction: _Direction, step: Step) -> None:
        if self._is_big(step):
            begun = self._jobs.run(
                str(direction.title),
                partial(_take_in_job, direction, step),
                partial(self._lead_on_soon, direction),
                writes=True,
            )
            self._under_way = str(step.label) if begun else ""
            return
        try:
            self._lead_on(direction, direction.take(step))
        except UserError as error:
            self.name_steps()  # the next one is another where this one is passed over
            self._quiet.warn(str(error))

    def _lead_on_soon(self, direction: _Direction, changes: Changes) -> None:
        """The same once the window has had its turn: many rows were just shown anew."""
        # In no time at all would be in the same turn.
        QTimer.singleShot(1, self, partial(self._lead_on, direction, changes))

    def _lead_on(self, direction: _Direction, changes: Changes) -> None:
        elsewhere = self._lead(changes)
        self._done.touch(changes.entry_id)
        told = direction.told_elsewhere if elsewhere else direction.told
        self._quiet.say(str(told.filled(what=changes.label, session=elsewhere)))


def _seen(see: Callable[[Step], object], take: Callable[[Step], Changes], step: Step) -> Changes:
    """Take a step that nothing speaks against: `see` refuses what must stay."""
    see(step)
    return take(step)


def _called_off(job: str, *, back: bool) -> str:
    if back:
        return _("The undo is called off. “{job}” goes on.", job=job)
    return _("The redo is called off. “{job}” goes on.", job=job)


def _still_under_way(job: str) -> str:
    return _("“{job}” is still under way. When it has ended, Ctrl+Z undoes it.", job=job)


def _stays_told(what: Text, older: Step | None) -> str:
    if older is None:
        return _("“{what}” stays: it cannot be undone.", what=what)
    return _(
        "“{what}” stays: it cannot be undone. Undo once more to take back what was done before it:"
        " “{step}”.",
        what=what,
        step=older.label,
    )


def _take_in_job(direction: _Direction, step: Step, progress: Progress) -> Changes:
    progress.begin_writing()
    return direction.take(step)


def _back(database: Database, see: Callable[[Step], object]) -> _Direction:
    return _Direction(
        partial(_seen, see, database.undo),
        lazy("Undoing"),
        fillable("Undone: {what}"),
        fillable("Undone in the session “{session}”: {what}"),
        fillable("This waits until “{job}” has ended, then it is undone: {what}"),
        lazy("There is nothing to undo."),
    )


def _forth(database: Database, see: Callable[[Step], object]) -> _Direction:
    return _Direction(
        partial(_seen, see, database.redo),
        lazy("Redoing"),
        fillable("Done again: {what}"),
        fillable("Done again in the session “{session}”: {what}"),
        fillable("This waits until “{job}” has ended, then it is done again: {what}"),
        lazy("There is nothing to redo."),
    )
