"""Why something cannot be done with the poll that is shown, as a sentence that says what to do."""

from collections.abc import Callable, Mapping

from kdc_desktop.domain.polls.states import PollState, Secrecy
from kdc_desktop.domain.polls.terms import PollSetting
from kdc_desktop.i18n import _
from kdc_desktop.services.polls.rows import PollRow


def why_not(name: str, row: PollRow | None, *, planning: bool) -> str:
    """Why the action of this name cannot be done now; nothing where it can.

    `planning`: the form of a new poll is shown.
    """
    reason = _REASONS.get(name)
    if reason is None:
        return ""
    if planning or row is None:
        return "" if planning and name == "open_the_poll" else _without(planning)
    return reason(row)


def _without(planning: bool) -> str:
    if planning:
        return _("Open the poll that you are preparing first.")
    return _("There is no poll yet. Choose New poll first.")


def _to_open(row: PollRow) -> str:
    if row.state == PollState.DRAFT:
        return ""
    if row.state == PollState.OPEN:
        return _("This poll is open already.")
    return _("This poll was held. Prepare another round instead.")


def _to_take_papers(row: PollRow) -> str:
    if row.takes_papers:
        return ""
    if row.elsewhere is not None:
        return row.elsewhere.sentence
    if row.paused_at is not None:
        return _("This poll is paused. Let it go on first.")
    if row.state == PollState.DRAFT:
        return _("Open the poll first.")
    return _("This poll is closed.")


def _to_take_hands(row: PollRow) -> str:
    if row.takes_hands:
        return ""
    if row.revealed:
        return _("The result is revealed, so hands are no longer counted. Prepare another round.")
    if row.is_held_here:
        return _to_take_papers(row)
    return _("Reopen the poll to count hands.") if _held(row) else _open(row)


def _to_reopen(row: PollRow) -> str:
    if row.can_be_reopened:
        return ""
    if row.state != PollState.CLOSED:
        return _("Only a closed poll can be reopened.")
    return _("This poll has papers, so it is not reopened. Prepare another round instead.")


def _to_take_over(row: PollRow) -> str:
    if row.elsewhere is not None and row.elsewhere.can_be_taken_over:
        return ""
    return _("No papers of this poll are somewhere else.")


def _to_reveal(row: PollRow) -> str:
    if row.revealed:
        return _("The result is revealed already.")
    return "" if _held(row) else _open(row) or _("Close the poll first, then reveal its result.")


def _to_rank(row: PollRow) -> str:
    if row.revealed and row.secrecy == Secrecy.SECRET:
        return _("A secret poll knows no sectors, so it is ranked by the total.")
    return _to_use_result(row)


def _to_use_result(row: PollRow) -> str:
    return "" if row.revealed else _("Reveal the result first.")


def _to_take_first(row: PollRow) -> str:
    if row.revealed and not row.voted:
        return _("Nobody has voted, so nothing is first. Mark an option in the table instead.")
    return _to_use_result(row)


def _to_repeat(row: PollRow) -> str:
    if row.revealed or row.elsewhere is not None or _held(row):
        return ""
    return _("Close this poll first. A draft is opened as it is.")


def _to_hold(row: PollRow) -> str:
    """For what is done while it is open, also while it is paused."""
    if row.state == PollState.OPEN and row.elsewhere is None:
        return ""
    return _to_take_papers(row)


def _to_use_slips(row: PollRow) -> str:
    if row.state == PollState.DRAFT:
        return ""
    return _to_take_papers(row)


def _to_raise(row: PollRow) -> str:
    if PollSetting.MARKS_EACH not in row.kind.settings or not row.terms.marks_each:
        return _("Nobody has a number of marks here, so there is nothing to raise.")
    return _to_hold(row)


def _to_ask_otherwise(row: PollRow) -> str:
    if row.kind.decides or row.options != 1:
        return _("Only a temperature can be asked otherwise once it is open.")
    if row.state == PollState.OPEN and row.voted:
        return _("Some have answered this question. Take the temperature again to ask another.")
    return _to_hold(row)


def _to_void(row: PollRow) -> str:
    if row.voided_at is not None:
        return _("This result is void already.")
    return _to_use_result(row)


def _to_step(row: PollRow) -> str:
    return "" if row.revealed else _to_reveal(row)


def _to_discard(row: PollRow) -> str:
    return _("This poll is open. Close it first.") if row.takes_papers else ""


def _held(row: PollRow) -> bool:
    return row.state == PollState.CLOSED


def _open(row: PollRow) -> str:
    return _("Open the poll first.") if row.state == PollState.DRAFT else ""


_REASONS: Mapping[str, Callable[[PollRow], str]] = {
    "open_the_poll": _to_open,
    "start_the_kiosk": _to_take_papers,
    "count_a_show_of_hands": _to_take_hands,
    "slips": _to_use_slips,
    "pause_the_poll": _to_hold,
    "give_more_time": _to_hold,
    "raise_the_limit": _to_raise,
    "ask_otherwise": _to_ask_otherwise,
    "let_late_arrivals_in": _to_hold,
    "close_the_poll": _to_hold,
    "reopen_the_poll": _to_reopen,
    "take_the_papers_over": _to_take_over,
    "reveal_the_result": _to_reveal,
    "rank_by_total_or_by_the_weakest_sector": _to_rank,
    "mark_as_winner": _to_use_result,
    "take_the_first_as_winners": _to_take_first,
    "reveal_place_by_place": _to_step,
    "hold_a_run_off": _to_use_result,
    "declare_the_poll_void": _to_void,
    "prepare_another_round": _to_repeat,
    "put_the_poll_into_the_trash": _to_discard,
    "find_a_voter": _to_take_papers,
}
