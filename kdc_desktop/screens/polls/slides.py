"""What the room sees of a poll: never a tally before the reveal."""

from collections.abc import Mapping, Sequence

from kdc_desktop.audience.polls.pictures import result_slide
from kdc_desktop.audience.polls.poll_slide import PollSlide
from kdc_desktop.audience.polls.result_slide import ResultSlide
from kdc_desktop.domain.polls.secrecies import rule_told
from kdc_desktop.domain.polls.states import Order, PollState
from kdc_desktop.i18n import _
from kdc_desktop.screens.polls.pictured import is_by_sector, pictured
from kdc_desktop.services.polls.rows import OptionRow, PollResult, PollRow


def poll_slide(poll: PollRow, options: Sequence[OptionRow], time: str = "") -> PollSlide:
    """The question, its options and how many have voted; `time` says when the vote ends."""
    return PollSlide(
        question=poll.question,
        options=tuple(option.title for option in options),
        voted=poll.voted,
        electorate=poll.electorate,
        method=poll.method_line,
        secrecy=str(rule_told(poll.secrecy, by_hands=poll.by_hands).sentence),
        closed=poll.state == PollState.CLOSED,
        paused=poll.state == PollState.OPEN and poll.paused_at is not None,
        time=time,
    )


def reveal_slide(
    result: PollResult, hands: Mapping[int, int], places: int | None = None
) -> ResultSlide:
    """The result, best place first; of winners once there are some.

    `hands` are those counted in the room, by option id; only so many `places` are shown, the last
    first.
    """
    return result_slide(pictured(result, hands), places)


def hands_line(result: PollResult, order: Order) -> str:
    """What a show of hands does to a result by sector, in a sentence; or nothing."""
    if not result.turnout.show_of_hands or not any(is_by_sector(row) for row in result.rows):
        return ""
    if order == Order.WEAKEST:
        return _("Hands belong to no sector: they count in the total, not in the shares.")
    return _("The dotted part of a bar was given by show of hands, which belongs to no sector.")
