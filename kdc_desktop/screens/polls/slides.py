"""What the room sees of a poll: never a tally before the reveal."""

from collections.abc import Mapping, Sequence

from kdc_desktop.audience.kit.marks import SectorCount
from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.audience.polls.pictures import result_slide
from kdc_desktop.audience.polls.poll_slide import PollSlide
from kdc_desktop.audience.polls.result_picture import ResultPicture, RevealRow
from kdc_desktop.audience.polls.result_slide import ResultSlide
from kdc_desktop.domain.polls.secrecies import SECRECY_BY_KEY
from kdc_desktop.domain.polls.states import Order, PollState
from kdc_desktop.i18n import _, paired, percent_text
from kdc_desktop.services.polls.rows import OptionRow, PollResult, PollRow, ResultRow, ShareRow


def poll_slide(poll: PollRow, options: Sequence[OptionRow]) -> PollSlide:
    """The question, its options and how many have voted."""
    return PollSlide(
        question=poll.question,
        options=tuple(option.title for option in options),
        voted=poll.voted,
        electorate=poll.electorate,
        method=poll.method_line,
        secrecy=str(SECRECY_BY_KEY[poll.secrecy].sentence),
        closed=poll.state == PollState.CLOSED,
    )


def reveal_slide(
    result: PollResult, order: Order, hands: Mapping[int, int], places: int | None = None
) -> ResultSlide:
    """The result, best place first; “every sector” marks what even the weakest sector carries.

    It is of winners once there are some. `hands` are those counted in the room, by option id; only
    so many `places` are shown, the last first.
    """
    rule = _("by the weakest sector") if order == Order.WEAKEST else ""
    best = max((row.weakest_share or 0.0 for row in result.rows), default=0.0)
    rows = tuple(_row(row, order, best, hands.get(row.option_id, 0)) for row in result.rows)
    told = ResultPicture(
        result.poll.question,
        rows,
        method=dotted(result.poll.method_line, rule),
        reconciliation=result.turnout.line,
    )
    return result_slide(told, places)


def hands_line(result: PollResult, order: Order) -> str:
    """What a show of hands does to a result by sector, in a sentence; or nothing."""
    if not result.turnout.show_of_hands or not any(_by_sector(row) for row in result.rows):
        return ""
    if order == Order.WEAKEST:
        return _("Hands belong to no sector: they count in the total, not in the shares.")
    return _("The dotted part of a bar was given by show of hands, which belongs to no sector.")


def _by_sector(row: ResultRow) -> bool:
    return any(not share.hidden for share in row.shares)


def _count(row: ResultRow, share: ShareRow) -> int | None:
    """What a sector gave to the bar; where nothing is added up, nothing is a part of it."""
    if share.hidden:
        return None
    return int(share.value or 0) if row.adds_up else 0


def _row(row: ResultRow, order: Order, best: float, hands: int) -> RevealRow:
    score = "" if row.adds_up else row.written
    if order == Order.WEAKEST and row.weakest_share is not None:
        score = paired(row.weakest_sector or "", percent_text(row.weakest_share))
    by_sector = _by_sector(row)
    return RevealRow(
        place=row.place,
        option=row.title,
        total=row.length,
        shares=tuple(SectorCount(share.sector, _count(row, share)) for share in row.shares),
        rest=float(row.rest - hands) if by_sector else 0,
        hands=hands if by_sector else 0,
        every_sector=row.every_sector and row.weakest_share == best,
        score=score,
        winner=row.winner,
        option_id=row.option_id,
    )
