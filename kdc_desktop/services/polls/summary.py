"""What the summary tells of polls: what was asked, what won, and which sector supports it."""

from collections.abc import Callable, Collection, Iterator

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.people.sectors import BY_LETTER, COUNTED
from kdc_desktop.domain.polls.hiding import ToldPart, told_words
from kdc_desktop.domain.polls.method import Number
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.ranking import Ranking, Result
from kdc_desktop.domain.polls.stages import KINDS
from kdc_desktop.domain.polls.states import PollState, Secrecy
from kdc_desktop.i18n import _, lazy, listed_apart, ngettext, sentences, titled
from kdc_desktop.interchange.workbook import Column, SheetBlock
from kdc_desktop.model.polls import Poll
from kdc_desktop.services.kit.source import Columns, Line, Source
from kdc_desktop.services.polls.badges import Won
from kdc_desktop.services.polls.book import PollBook
from kdc_desktop.services.polls.parts_told import detail_of, has_costs, judged_by
from kdc_desktop.services.polls.result_columns import TOGETHER
from kdc_desktop.services.polls.result_rows import written_of
from kdc_desktop.services.polls.result_told import in_sentences, what_became_of_it
from kdc_desktop.services.polls.rows import PollResult, ResultRow
from kdc_desktop.services.polls.sheets import WAYS_TO_VOTE
from kdc_desktop.services.sessions.sheets import has_stage

_BEST = 5  # options, and winners beyond them
_LONGEST = 300


def asked(won: Won, source: Source) -> list[SheetBlock]:
    """The polls of a session, the first one first; no vote of one that was not revealed."""
    polls = source.once(_polls_asked)
    if not polls:
        if not is_voted_in(source):
            return []
        return [SheetBlock(_("What was asked"), (_("Nothing was voted on."),))]
    return [
        SheetBlock(_("What was asked"), (str(WAYS_TO_VOTE),)),
        *(_told(won, source, poll) for poll in polls),
    ]


def is_voted_in(source: Source) -> bool:
    """Whether anything was voted on, or was to be by the agenda."""
    return bool(source.once(_polls_asked)) or has_stage(source, KINDS)


def _polls_asked(source: Source) -> list[Poll]:
    polls = source.once(PollBook).polls.values()
    return [poll for poll in polls if poll.state != PollState.DRAFT]


def _told(won: Won, source: Source, poll: Poll) -> SheetBlock:
    book = source.once(PollBook)
    winners = book.winners(won)
    heading = book.names.heading(poll)
    if poll not in book.revealed:
        hidden = _("The result has not been revealed.")
        return SheetBlock(heading, (hidden,), level=2)
    took_part = _("Took part: {turnout}", turnout=book.turnout(poll).told)
    ranking, found = _ranking(source, poll), book.result(won, poll)
    if ranking.too_few:
        few = (took_part, ranking.sentence)
        return SheetBlock(heading, (*what_became_of_it(found), *few), level=2)
    shown = [
        one
        for place, one in enumerate(ranking.results)
        if place < _BEST or (poll.id, one.option_id) in winners
    ]
    header, rows = _table(won, source, poll, ranking, shown)
    void = poll.voided_at is not None
    strong = frozenset(
        place for place, one in enumerate(shown) if (poll.id, one.option_id) in winners and not void
    )
    said = (
        *what_became_of_it(found),
        took_part,
        *_in_words(found),
        *_in_detail(found, {one.option_id for one in shown}),
        _rest(ranking, shown),
    )
    spans = (1,) * len(header)
    return SheetBlock(heading, tuple(filter(None, said)), header, rows, spans, strong, level=2)


def _in_words(found: PollResult) -> tuple[str, ...]:
    """What came first and how closely, what the rule says of it, the papers and the rule."""
    told = in_sentences(found)
    rounds = sentences(one.words for one in found.rounds)
    came = sentences((told.outcome, told.close, *told.ties, *told.weakest, *told.remarks))
    return (came, rounds, sentences((told.papers, told.rule, judged_by(found))))


def _in_detail(found: PollResult, shown: Collection[int]) -> Iterator[str]:
    """How many said what of the options in the table, or what they came to by each criterion."""
    told = (detail_of(found, row) for row in found.rows if row.option_id in shown)
    yield from filter(None, told)


def _ranking(source: Source, poll: Poll) -> Ranking:
    return source.once(PollBook).ranking(poll)


def what_won(won: Won, source: Source) -> list[SheetBlock]:
    """What each session's revealed polls decided, with the support of each sector."""
    winners = source.once(PollBook).winners(won)
    revealed = source.in_order(source.once(PollBook).revealed, lambda poll: poll.session_id)
    blocks = []
    for poll in revealed:
        if poll.voided_at is not None:
            continue
        ranking = _ranking(source, poll)
        best = [one for one in ranking.results if (poll.id, one.option_id) in winners]
        if best:
            header, rows = _table(won, source, poll, ranking, best)
            name = source.once(PollBook).names.heading(poll)
            heading = titled(source.sessions[poll.session_id].title, name)
            spans = (1,) * len(header)
            blocks.append(SheetBlock(heading, (), header, rows, spans, level=2))
    return [SheetBlock(_("What won, with its support by sector")), *blocks] if blocks else []


def _rest(ranking: Ranking, shown: list[Result]) -> str:
    """What is not in the table, and what stands out there."""
    left = len(ranking.results) - len(shown)
    if not left:
        return ""
    return ngettext(
        "{count} more option stands in the sheet of results.",
        "{count} more options stand in the sheet of results.",
        left,
    )


def _table(
    won: Won, source: Source, poll: Poll, ranking: Ranking, shown: list[Result]
) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    titles = _titles(source.once(PollBook).result(won, poll))
    secret = poll.secrecy == Secrecy.SECRET
    letters = [] if secret else [letter for letter in COUNTED if letter in ranking.counted]
    method = method_of(poll.method)
    together = not secret and method.adds_up and any(result.together for result in shown)
    header = (
        _("Option"),
        str(method.rule(poll.rule).value),
        *(BY_LETTER[letter].name for letter in letters),
        *([str(TOGETHER)] if together else []),
    )
    terms = source.once(PollBook).terms(poll)

    def cell(value: Number | None) -> str | int:
        if method.adds_up and isinstance(value, int):
            return value
        return method.written(value, terms)

    def of_sector(result: Result, letter: str) -> str | int:
        if letter in result.nearly:
            return told_words(result.nearly[letter])
        return cell(result.by_sector[letter]) if letter in result.by_sector else ""

    rows = tuple(
        (
            _placed(result, titles[result.option_id]),
            cell(result.value) if _has_number(result) else written_of(result, method, terms),
            *(of_sector(result, letter) for letter in letters),
            *([int(result.together)] if together else []),
        )
        for result in shown
    )
    return header, rows


def _titles(found: PollResult) -> dict[int, str]:
    """What options are called, with what they cost where there is money."""
    titles = {row.option_id: shortened(row.title, _LONGEST) for row in found.rows}
    if not has_costs(found):
        return titles
    return {row.option_id: _priced(titles[row.option_id], row) for row in found.rows}


def _priced(title: str, row: ResultRow) -> str:
    if row.chosen:
        return _("{option} (funded, costs {cost})", option=title, cost=row.cost)
    return _("{option} (costs {cost})", option=title, cost=row.cost)


def _has_number(result: Result) -> bool:
    return result.told is ToldPart.NUMBER


def _placed(result: Result, title: str) -> str:
    if not result.is_placed:
        return title
    return _("{place}. {option}", place=result.rank, option=title)


def _questions(source: Source) -> Callable[[int], Line]:
    found: dict[int, list[str]] = {}
    names = source.once(PollBook).names
    for poll in source.once(_polls_asked):
        found.setdefault(poll.session_id, []).append(names.heading(poll))
    return lambda session_id: (listed_apart(found.get(session_id, ())),)


SIDE_BY_SIDE = Columns((Column(lazy("What was asked")),), _questions)
"""The questions of each session."""
