"""Every column of every sheet of polls holds what its head says, by the rows that are stored."""

from collections import Counter

from kdc_desktop.domain.people.sectors import BY_LETTER, COUNTED
from kdc_desktop.domain.polls.hiding import ToldPart
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.secrecies import SECRECY_BY_KEY
from kdc_desktop.domain.polls.states import Channel, Order, PollState, Secrecy
from kdc_desktop.domain.polls.terms import PollSetting
from kdc_desktop.i18n import listed
from kdc_desktop.model.polls import (
    Criterion,
    Elector,
    Option,
    Poll,
    RollEntry,
)
from kdc_desktop.services.polls.parts_told import in_detail
from kdc_desktop.services.polls.result_told import all_told
from kdc_desktop.services.polls.rows import PollResult, ResultRow
from tests.rooms.held_polls import WHY, Held, Row, clock, compared, number, sector, yes


def test_polls(held: Held) -> None:
    compared(held, "Polls", [_poll(held, poll) for poll in held.polls.values()], key="Poll id")


def _poll(held: Held, poll: Poll) -> Row:
    method = method_of(poll.method)
    scaled, rule = PollSetting.SCALE in method.settings, method.rule(poll.rule)
    return {
        "Poll id": poll.id,
        "Question": poll.question,
        "Poll number": poll.id,
        "Round": "run-off after poll 3" if poll.round_of else None,
        "Method": str(method.name),
        "Rule": str(rule.name),
        "Order": "by all papers",
        "Marks each": poll.marks_each or None,
        "Several on one option": yes(poll.stacking),
        "Secrecy": _secrecy(held, poll),
        "Lowest score": poll.lowest if scaled else None,
        "Highest score": poll.highest if scaled else None,
        "Money in all": poll.total or None,
        "One vote for each": "each person",
        "Poll before id": poll.round_of,
        "Smallest group shown": None if poll.secrecy is Secrecy.NAMED else 3,
        "On": "what was written down for it",
        "State": "draft" if poll.state is PollState.DRAFT else "closed",
        "Revealed": clock(poll.revealed_at),
        **_took_part(held, poll),
        **_came_to(held, poll),
    }


def _secrecy(held: Held, poll: Poll) -> str:
    """Raised hands are seen, so a temperature without a paper is not called secret."""
    papers = any(row.poll_id == poll.id for row in held.all(RollEntry))
    by_hands = poll.method == "temperature" and not papers
    return "By show of hands" if by_hands else str(SECRECY_BY_KEY[poll.secrecy].name)


def _took_part(held: Held, poll: Poll) -> Row:
    by = Counter(row.channel for row in held.all(RollEntry) if row.poll_id == poll.id)
    by_slip = 3 if by[Channel.SLIP] else 0
    voted = by[Channel.KIOSK] + by[Channel.BY_HAND] + by_slip + poll.hands_people
    may = sum(one.poll_id == poll.id and not one.gone for one in held.all(Elector))
    return {
        "May vote": may,
        "At the kiosk": by[Channel.KIOSK],
        "By hand": by[Channel.BY_HAND],
        "By slip": by_slip,
        "Show of hands": poll.hands_people,
        "Voted": voted,
        "Turnout": number(voted / may) if may else None,
    }


def _came_to(held: Held, poll: Poll) -> Row:
    found = held.revealed.get(poll.id)
    return {
        "Void": yes(poll.voided_at is not None),
        "Why it is void": WHY if poll.voided_at else None,
        "Why others were chosen": None,
        "What it came to": all_told(found) if found else None,
        "Papers counted": found.papers if found else None,
        "Blank papers": found.blank if found else None,
        "How the votes add up": found.turnout.reconciliation if found else None,
        "Opened": clock(poll.opened_at),
        "Closed": clock(poll.closed_at),
    }


def test_options_and_criteria(held: Held) -> None:
    options = [
        {
            "Option id": one.id,
            **held.of(one.poll_id),
            "State": _state(held, one.poll_id),
            "Place": one.place_in_order,
            "Option": one.title,
            "Idea id": None,
            "Cluster id": None,
            "Counted with": None,
            "Cost": one.cost or None,
        }
        for one in held.all(Option)
    ]
    compared(held, "Options", options, key="Option id")
    criteria = [
        {
            "Criterion id": one.id,
            **held.of(one.poll_id),
            "State": _state(held, one.poll_id),
            "Number": one.number,
            "Criterion": one.name,
            "Weight": one.weight,
        }
        for one in held.all(Criterion)
    ]
    compared(held, "Criteria", criteria, key="Criterion id")


def _state(held: Held, poll_id: int) -> str:
    return "draft" if held.polls[poll_id].state is PollState.DRAFT else "closed"


def test_results(held: Held) -> None:
    rows = [_result(held, found, row) for found in held.revealed.values() for row in found.rows]
    compared(held, "Results", rows, key="Option id")


def _result(held: Held, found: PollResult, row: ResultRow) -> Row:
    poll, method = held.polls[found.poll.id], found.poll.kind
    rule = method.rule(poll.rule)
    return {
        **held.of(poll.id),
        "Round": None,
        "Method": str(method.name),
        "Option id": row.option_id,
        "Short title": row.title,
        "Option": row.title,
        "Idea id": None,
        "Cluster id": None,
        "Rank": row.rank if row.place else None,
        "Place": row.place or None,
        **held.void(poll.id),
        "Total": number(row.value),
        "As told": row.written,
        "What that is": str(rule.value),
        "In detail": in_detail(found, row) or None,
        **_by_sector(found, row),
        **_beside(held, found, row),
        "Cost": row.cost or None,
        "Chosen by the rule": yes(row.chosen),
        "Winner": "no",
        "Rule": str(rule.name),
        "Order": "by all papers",
        "Papers counted": found.papers,
        "Blank papers": found.blank,
        "Turnout": number(found.turnout.voted / found.turnout.electorate),
        "Took part": found.turnout.reconciliation,
    }


def _by_sector(found: PollResult, row: ResultRow) -> Row:
    told = found.poll.kind.adds_up and row.told is ToldPart.NUMBER
    shares = {one.sector: one for one in row.shares}
    near = {
        part: listed(BY_LETTER[one.sector].name for one in row.shares if one.nearly is part)
        for part in (ToldPart.NEARLY_ALL, ToldPart.NEARLY_NONE)
    }
    return {
        **{
            str(BY_LETTER[letter].title): number(shares[letter].value) if letter in shares else None
            for letter in COUNTED
        },
        "Not by sector": number(row.rest) if told else None,
        "Nearly all of": near[ToldPart.NEARLY_ALL] or None,
        "Nearly none of": near[ToldPart.NEARLY_NONE] or None,
    }


def _beside(held: Held, found: PollResult, row: ResultRow) -> Row:
    result = held.ranking(found.poll.id)[row.option_id]
    is_bound = row.told is not ToldPart.NUMBER and result.outcome.most
    weakest = held.ranking(found.poll.id, Order.WEAKEST).get(row.option_id)
    return {
        "Papers for it": result.outcome.voters,
        "At least": number(result.outcome.least if is_bound else row.low),
        "At most": number(result.outcome.most if is_bound else row.high),
        "Weakest sector": sector(row.weakest_sector),
        "Share of its papers": number(row.weakest_share),
        "Rank by weakest sector": weakest and weakest.rank,
    }


def test_what_is_in_the_room_adds_up(held: Held) -> None:
    ways = ("At the kiosk", "By hand", "By slip", "Show of hands")
    rows: list[Row] = held.book.rows("Polls")
    told = [(sum(row[way] for way in ways), row["Voted"]) for row in rows]
    assert [pair for pair in told if pair[0] != pair[1]] == []
    assert (12, 12) in told
