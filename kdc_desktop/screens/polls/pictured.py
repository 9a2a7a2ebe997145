"""A result as the picture that the room is shown of it."""

from collections.abc import Mapping

from kdc_desktop.audience.kit.marks import SectorCount
from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.audience.polls.result_picture import ResultPicture, RevealRow, Signs
from kdc_desktop.domain.polls.hiding import ToldPart
from kdc_desktop.domain.polls.method import PictureKind
from kdc_desktop.domain.polls.states import Order, PollEvent
from kdc_desktop.i18n import _, paired, percent_text
from kdc_desktop.services.polls.result_told import shared_first
from kdc_desktop.services.polls.rows import PollResult, ResultRow, ShareRow

_BY_VALUE = (PictureKind.SPREAD, PictureKind.RANGES, PictureKind.FIELD)
"""Where something stands at its value; else a bar is as long as it is."""
_HANDS = {(0, 5): Signs.FISTS, (-1, 1): Signs.THUMBS}


def pictured(result: PollResult, hands: Mapping[int, int]) -> ResultPicture:
    """All that the room may see of it; `hands` are those counted in the room, by option id.

    “Every sector” marks what even the weakest sector carries.
    """
    poll, terms, method = result.poll, result.terms, result.poll.kind
    best = max((row.weakest_share or 0.0 for row in result.rows), default=0.0)
    axes = tuple(criterion.name for criterion in terms.criteria[:2])
    return ResultPicture(
        poll.question,
        tuple(_row(row, result, best, hands.get(row.option_id, 0)) for row in result.rows)
        if not result.too_few
        else (),
        kind=_kind(result),
        method=_method_line(result),
        reconciliation=result.turnout.line,
        score_name=_("weakest sector") if result.order == Order.WEAKEST else "",
        remarks=()
        if poll.voided_at
        else tuple(filter(None, (shared_first(result), *result.remarks))),
        too_few=result.too_few,
        recount="" if result.announced else _recounted(result),
        is_void=poll.voided_at is not None,
        why_void=_why_void(result),
        levels=tuple(str(level.name) for level in method.levels(terms)),
        lowest=terms.lowest,
        highest=terms.highest,
        average=method.average,
        signs=_signs(result),
        budget=terms.total,
        unit=terms.unit,
        axes=(axes[0], axes[1]) if len(axes) > 1 else ("", ""),
        rounds=result.rounds,
    )


def _kind(result: PollResult) -> PictureKind:
    """That of its method; a field needs two criteria, and levels that they may be told."""
    kind, rows = result.poll.kind.picture, result.rows
    flat = kind is PictureKind.FIELD and len(result.terms.criteria) < 2
    hidden = (
        kind is PictureKind.SPREAD
        and len(rows) > 1
        and not any(map(sum, (row.spread for row in rows)))
    )
    return PictureKind.BARS if flat or hidden else kind


def _method_line(result: PollResult) -> str:
    method = result.poll.kind
    rule = str(method.rule(result.rule_key).name) if len(method.rules) > 1 else ""
    order = _("by the weakest sector") if result.order == Order.WEAKEST else ""
    return dotted(result.poll.method_line, rule, order)


def _recounted(result: PollResult) -> str:
    """What differs from what was announced: the rule, or else the order."""
    poll, rule = result.poll, result.poll.kind.rule(result.rule_key)
    if rule != poll.kind.rule(poll.rule):
        return str(rule.name)
    return _("the weakest sector") if result.order == Order.WEAKEST else _("the total")


def _why_void(result: PollResult) -> str:
    voided = [step.reason for step in result.steps if step.event == PollEvent.VOIDED]
    return voided[-1] if voided else ""


def _signs(result: PollResult) -> Signs:
    ends = (result.terms.lowest, result.terms.highest)
    return _HANDS.get(ends, Signs.WORDS) if result.poll.method == "temperature" else Signs.WORDS


def _row(row: ResultRow, result: PollResult, best: float, hands: int) -> RevealRow:
    numbered, kind = row.adds_up and row.told is ToldPart.NUMBER, _kind(result)
    score = "" if numbered else row.written
    if result.order == Order.WEAKEST and row.weakest_share is not None:
        score = paired(row.weakest_sector or "", percent_text(row.weakest_share))
    in_parts = row.adds_up and any(map(is_by_sector, result.rows))
    up, across = (*row.parts, None, None)[:2]
    return RevealRow(
        place=row.place,
        option=row.title,
        total=float(row.value or 0) if kind in _BY_VALUE else row.length,
        shares=tuple(SectorCount(share.sector, _count(row, share)) for share in row.shares),
        rest=_rest(row) - hands if in_parts else 0,
        hands=hands if in_parts else 0,
        every_sector=row.every_sector and row.weakest_share == best,
        nearly_all=_nearly(row, ToldPart.NEARLY_ALL),
        nearly_none=_nearly(row, ToldPart.NEARLY_NONE),
        score=score,
        winner=row.winner and result.poll.voided_at is None,
        option_id=row.option_id,
        spread=row.spread,
        low=row.low,
        high=row.high,
        cost=row.cost,
        funded=row.chosen and kind is PictureKind.FUNDED,
        across=None if across is None else float(across),
        up=None if up is None else float(up),
    )


def _rest(row: ResultRow) -> float:
    """What of the bar is of no sector: all of it where it is as long as a bound."""
    return float(row.rest) if row.told is ToldPart.NUMBER else row.length


def _nearly(row: ResultRow, told: ToldPart) -> str:
    """The letters of the sectors of which only that is told."""
    return "".join(share.sector for share in row.shares if share.nearly is told)


def is_by_sector(row: ResultRow) -> bool:
    """Whether something is told of what a sector said of it."""
    return any(not share.hidden for share in row.shares)


def _count(row: ResultRow, share: ShareRow) -> int | None:
    """What a sector gave to the bar; where nothing is added up, nothing is a part of it."""
    if share.hidden:
        return None
    return int(share.value or 0) if row.adds_up else 0
