"""What is done with a poll while people vote, and after it was announced; some of it asks first."""

from collections.abc import Callable, Sequence
from functools import partial

from kdc_desktop.domain.kit.text import on_one_line, shortened
from kdc_desktop.domain.polls.presets import preset_of
from kdc_desktop.domain.polls.states import PollSubject
from kdc_desktop.domain.polls.terms import PollSetting
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wanted_line import WantedLine, ask_line
from kdc_desktop.screens.polls.closing_time import clock_told
from kdc_desktop.screens.polls.poll_pages import PollPages
from kdc_desktop.services.polls import holding, rounds
from kdc_desktop.services.polls.badges import PassedOver
from kdc_desktop.services.polls.preparing import PollPlan
from kdc_desktop.services.polls.rows import PollResult, PollRow
from kdc_desktop.services.polls.starting import begun_from
from kdc_desktop.storage import Database

MINUTES = "5"
SHORT = 60
TITLE = 280


class HoldingActs:
    """Acts on the poll that a screen shows; `shown` gives it, and `led_to` shows another."""

    def __init__(
        self,
        database: Database,
        screen: Screen,
        shown: Callable[[], PollRow | None],
        led_to: Callable[[int], object],
    ) -> None:
        self._database, self._screen = database, screen
        self._shown, self._led_to = shown, led_to

    def why_not(self, name: str, pages: PollPages) -> str:
        """Why one of these is not done, as far as what is shown tells it; else nothing."""
        row = self._shown()
        if row is None or self._screen.isHidden():
            return ""
        if name == "let_late_arrivals_in" and row.takes_papers and not pages.late_ids:
            return _("Everybody who is here and may vote has a vote in this poll.")
        if name == "hold_a_run_off" and row.revealed and not tied_first(pages.result):
            return _("No options are tied, so there is nothing to decide between.")
        return ""

    def temperature(self, about: str) -> PollPlan:
        """A poll that asks for a fist to five on this, or on what is spoken of."""
        what = on_one_line(about) or _("What we are speaking of")
        plan = PollPlan(
            question=_("How are you with this?"),
            subject=PollSubject.WRITTEN,
            written=(shortened(what, TITLE),),
        )
        preset = preset_of("fist_to_five")
        return plan if preset is None else begun_from(preset, plan)

    def pause(self) -> None:
        """Take no papers, or take them again."""
        row = self._shown()
        if row is None:
            return
        if row.paused_at is None:
            self._do(holding.pause_poll, _("The poll is paused: no paper is taken."))
        else:
            self._do(holding.let_go_on, _("The poll goes on."))

    def give_time(self) -> None:
        """Ask for how many minutes more, or from now on where no time was said."""
        row = self._shown()
        if row is None:
            return
        anew = row.closes_at is None
        label = _("How many minutes from now?") if anew else _("How many minutes more?")
        asked = WantedLine(_("Time to vote"), label, _("Give this time"), MINUTES)
        ask_line(self._screen, asked, self._give_time)

    def _give_time(self, typed: str) -> None:
        row = self._shown()
        given = partial(holding.extend_poll, self._database)
        done = self._screen.attempt(given, row.id, _number(typed)) if row is not None else None
        if done:
            told = _(
                "The vote is to end at {time}, and the room sees that. It stays open until you "
                "close it.",
                time=clock_told(done.answer),
            )
            self._screen.said.emit(told)
            self._screen.worked.emit()

    def ask_otherwise(self) -> None:
        """Ask for other words of a temperature."""
        row = self._shown()
        if row is not None:
            title, verb = _("Question"), _("Change the question")
            asked = WantedLine(title, _("What is the room asked?"), verb, row.question)
            ask_line(self._screen, asked, self._ask_otherwise)

    def _ask_otherwise(self, question: str) -> None:
        self._do(holding.ask_otherwise, _("The room is asked that now."), question)

    def raise_limit(self) -> None:
        """Ask how many everybody has from now on."""
        row = self._shown()
        if row is not None and PollSetting.MARKS_EACH in row.kind.settings:
            now = str(row.terms.marks_each + 1)
            asked = WantedLine(
                _("Raise the limit"),
                _("How many does everybody have from now on?"),
                _("Raise the limit"),
                now,
            )
            ask_line(self._screen, asked, self._raise)

    def _raise(self, typed: str) -> None:
        self._do(holding.raise_marks, _("Everybody has more to give now."), _number(typed))

    def let_in(self, person_ids: Sequence[int]) -> None:
        """Give a vote to those who came later."""
        number = len(person_ids)
        told = ngettext("{count} more may vote.", "{count} more may vote.", number)
        self._do(holding.let_in, told, person_ids)

    def let_leave(self, person_ids: Sequence[int]) -> None:
        """Wait no longer for these."""
        told = ngettext(
            "{count} is no longer waited for.",
            "{count} are no longer waited for.",
            len(person_ids),
        )
        self._do(holding.let_leave, told, person_ids)

    def void(self) -> None:
        """Ask why the result does not hold."""
        if self._shown() is not None:
            asked = WantedLine(
                _("Void result"), _("Why does this result not hold?"), _("Declare it void")
            )
            ask_line(self._screen, asked, self._void)

    def _void(self, reason: str) -> None:
        self._do(holding.void_poll, _("The result is void, and says why."), reason)

    def asks_why(
        self, result: PollResult | None, option_ids: Sequence[int], passed_over: PassedOver
    ) -> str:
        """Asks why these are taken further, where one that came before them is not; else empty."""
        if result is None:
            return ""
        rows = {row.option_id: row for row in result.rows}
        if all(rows[key].winner for key in option_ids if key in rows):
            return ""  # what was said of them before stands
        taken = {*option_ids, *(key for key, row in rows.items() if row.winner)}
        passed = passed_over(result.taken_in_order, taken)
        if not result.announced:
            return _("This is a recount, not the announced result. Why are these taken further?")
        if passed is None:
            return ""
        return _(
            "“{first}” came before “{other}”. Why is the other one taken further?",
            first=shortened(rows[passed[0]].title, SHORT),
            other=shortened(rows[passed[1]].title, SHORT),
        )

    def hold_run_off(self, result: PollResult | None) -> None:
        """Prepare a round on those who share the place on which it is decided."""
        row, tied = self._shown(), tied_first(result)
        if row is None or not tied:
            return
        done = self._screen.attempt(rounds.prepare_run_off, self._database, row.id, tied)
        if done:
            self._led_to(done.answer)

    def _do(self, verb: Callable[..., object], told: str, *args: object) -> None:
        row = self._shown()
        if row is not None and self._screen.attempt(partial(verb, self._database, row.id), *args):
            self._screen.said.emit(told)
            self._screen.worked.emit()


def tied_first(result: PollResult | None) -> list[int]:
    """The options that share the first of the places that several share; none where all differ."""
    if result is None:
        return []
    wanted = [row for row in result.rows if row.has_votes]
    places = sorted({row.rank for row in wanted if row.tied})
    return [row.option_id for row in wanted if places and row.rank == places[0]]


def _number(typed: str) -> int:
    """What was typed as a number; 0, which verbs refuse in a sentence, where it is none."""
    said = typed.strip()
    return int(said) if said.isdecimal() and len(said) < 6 else 0
