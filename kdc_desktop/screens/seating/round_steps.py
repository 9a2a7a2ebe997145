"""Goes on from round to round, and from step to step: the room goes along."""

from functools import partial

from kdc_desktop.domain.seating.states import RoundKind
from kdc_desktop.i18n import _, sentences
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.seating.planned import Planned
from kdc_desktop.screens.seating.room import RoomTables
from kdc_desktop.screens.seating.words import USE_FIRST, round_is_open


class RoundSteps:
    """Next round and round before, the steps of 1-2-4-All, and names in place of tables.

    They are done with the round that is looked at, which the room then sees while this stage runs;
    to look at a round by its button leads nobody.
    """

    def __init__(self, screen: Screen, planned: Planned, room: RoomTables) -> None:
        self._screen, self._planned, self._room = screen, planned, room

    def add_actions(self) -> None:
        """Add everything to the screen, so that the palette and the key sheet find it."""
        act, none = self._screen.act, self._no_other_round
        text, step, none_on = _("Next round"), partial(self._step, 1), partial(none, 1)
        act("next_round", text, step, shortcut="PgDown", icon="chevron-right", why_not=none_on)
        text, step, none_back = _("Round before"), partial(self._step, -1), partial(none, -1)
        act("round_before", text, step, shortcut="PgUp", icon="chevron-left", why_not=none_back)
        text, why, icon = _("Next step of 1-2-4-All"), self._no_steps, "skip-forward"
        step_on = self._next_step
        act("next_step_of_the_round", text, step_on, shortcut="N", icon=icon, why_not=why)
        text, turn = _("Names from A to Z on the wall"), self._turn_names
        act("names_in_order", text, turn, shortcut="A", icon="eye", why_not=self._none_kept)

    # Why not.

    def _no_other_round(self, step: int) -> str:
        there = 0 <= self._planned.at + step < len(self._planned.seen.rounds)
        return "" if there else _("There is no other round that way.")

    def _none_kept(self) -> str:
        if self._planned.plan is not None:
            return str(USE_FIRST)
        return "" if self._planned.round else _("Seat everybody first, and use the tables.")

    def _no_steps(self) -> str:
        if why := self._none_kept():
            return why
        round_ = self._planned.round
        if round_ is None or round_.kind is not RoundKind.ONE_TWO_FOUR:
            return _("Only a round of 1-2-4-All has steps.")
        return ""

    # What is done.

    def _step(self, step: int) -> None:
        planned, before = self._planned, self._planned.round
        planned.look_at(planned.at + step)
        if planned.plan is not None:
            return
        in_room = self._screen.in_room is not None
        self._lead()
        if in_room:
            left = round_is_open(planned.seen, before) if step > 0 else ""
            told = _("The room sees round {number}.", number=planned.at + 1)
            self._screen.said.emit(sentences((told, left)))

    def _next_step(self) -> None:
        round_ = self._planned.round
        if round_ is not None:
            self._screen.said.emit(self._room.next_step(round_))
            self._lead()

    def _turn_names(self) -> None:
        self._screen.said.emit(self._room.turn_names(self._planned.round))
        self._lead()

    def _lead(self) -> None:
        """The room sees the round that is looked at, if this stage runs."""
        self._screen.worked.emit()
        self._screen.room_changed.emit()
