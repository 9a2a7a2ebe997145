"""The outcome of the polls that have been revealed, with the support of each sector."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.people.sectors import BY_LETTER, COUNTED
from kdc_desktop.domain.polls.hiding import ToldPart
from kdc_desktop.domain.polls.method import Number
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.ranking import Result
from kdc_desktop.domain.polls.states import Order, Secrecy
from kdc_desktop.i18n import _, lazy, listed
from kdc_desktop.interchange.workbook import Chart, Table
from kdc_desktop.model.polls import Poll
from kdc_desktop.services.kit.source import Line, Source
from kdc_desktop.services.polls.badges import Won
from kdc_desktop.services.polls.book import PollBook
from kdc_desktop.services.polls.parts_told import in_detail
from kdc_desktop.services.polls.poll_sheet import turnout_share
from kdc_desktop.services.polls.result_columns import (
    CHARTED,
    NEARLY_WORDS,
    RESULT_COLUMNS,
    SHORT,
    TOGETHER,
    TOTAL_COLUMN,
)
from kdc_desktop.services.polls.rows import PollResult, ResultRow

_CHARTED_ROWS = 20
_TOGETHER_SHADE = "#475569"  # of no sector


def results(won: Won, source: Source) -> Table:
    """The outcome of every revealed poll, best options first, the newest poll on top."""
    newest = source.in_order(source.once(PollBook).revealed, lambda poll: poll.session_id)
    rows = [row for poll in newest for row in _result_rows(won, source, poll)]
    purpose = lazy("What each poll came to, the best first, with the support of each sector.")
    notes = (
        _(
            "“{column}”: what hands and sectors with too few papers gave, shown only together; the "
            "columns of those sectors are empty.",
            column=TOGETHER,
        ),
        _("Place: “=1” stands for a first place that several share."),
        _("Void: the result was declared void, and decides nothing; the sheet of polls says why."),
        _(
            "“Nearly” leaves out less than half of the smallest group that is shown; polls of fewer"
            " papers than that group are left out here."
        ),
        _(
            "Weakest sector: the one of which the smallest share of papers supports the option; "
            "that share is of all papers of the sector, hands left out."
        ),
        *source.once(PollBook).left_out(),
    )
    return source.table(
        name="Results",
        title=lazy("Results"),
        columns=RESULT_COLUMNS,
        rows=rows,
        notes=notes,
        charts=tuple(_charts(source, newest)),
        purpose=purpose,
    )


def _charts(source: Source, polls: Sequence[Poll]) -> Iterator[Chart]:
    """One for each poll, of its best options; the polls are in the order of the rows."""
    first = 0
    for poll in polls:
        options = sum(1 for _row in _told(source, poll))
        if options:
            yield replace(_chart(source, poll), rows=min(options, _CHARTED_ROWS), first=first)
        first += options


def _chart(source: Source, poll: Poll) -> Chart:
    title = shortened(source.once(PollBook).names.numbered(poll), 80)
    if poll.voided_at is not None:
        title = _("{question} (void)", question=title)
    along, adds_up = lazy("Option"), _adds_up(poll)
    across = lazy("Marks and hands") if adds_up else method_of(poll.method).rule(poll.rule).value
    if poll.secrecy == Secrecy.SECRET or not adds_up:
        return Chart(title, SHORT, (TOTAL_COLUMN,), across=across, along=along)
    colours = (*(BY_LETTER[letter].light for letter in COUNTED), _TOGETHER_SHADE)
    title = _("{question} (total by sector)", question=title)
    chart = Chart(title, SHORT, CHARTED, colours=colours, stacked=True)
    return replace(chart, across=across, along=along)


def _result_rows(won: Won, source: Source, poll: Poll) -> Iterator[Line]:
    book = source.once(PollBook)
    by_weakest = book.ranking(poll, Order.WEAKEST)
    found = book.result(won, poll)
    weakest = {
        one.option_id: one.rank
        for one in by_weakest.results
        if by_weakest.counted and one.is_placed
    }
    told = {row.option_id: row for row in found.rows}
    for result in _told(source, poll):
        row = told[result.option_id]
        yield (
            poll.session_id,
            *book.line(poll.id),
            book.names.round_told(poll) or None,
            poll.method,
            row.option_id,
            shortened(row.title, 40),
            row.title,
            row.idea_id,
            row.cluster_id,
            *_place(poll, result),
            *_numbers(found, result, row),
            weakest.get(row.option_id),
            row.cost or None,
            row.chosen,
            row.winner and poll.voided_at is None,
            *_of_poll(found),
        )


def _of_poll(found: PollResult) -> Line:
    """What is the same for all options of a poll."""
    share = turnout_share(found.turnout)
    took_part = found.turnout.reconciliation
    return (found.rule_key, found.order, found.papers, found.blank, share, took_part)


def _told(source: Source, poll: Poll) -> Sequence[Result]:
    """The options of which something is told: none of a poll of too few papers."""
    ranking = source.once(PollBook).ranking(poll)
    return () if ranking.too_few else ranking.results


def cell(value: Number | None) -> int | float | None:
    """A number as a sheet has it: to twelve places where it is a fraction."""
    return value if value is None or isinstance(value, int) else round(float(value), 12)


def _adds_up(poll: Poll) -> bool:
    """Whether what sectors gave adds up to the total."""
    return method_of(poll.method).adds_up


def _place(poll: Poll, result: Result) -> Line:
    rank = result.rank if result.is_placed else None
    return (rank, result.tied, result.rank_label, poll.voided_at is not None)


def _names(result: Result, told: ToldPart) -> str | None:
    found = [letter for letter, one in result.nearly.items() if one is told]
    return listed(BY_LETTER[letter].name for letter in found) if found else None


def _bounds(result: Result, row: ResultRow) -> Line:
    its = result.outcome
    if its.told is ToldPart.NUMBER or not its.most:
        return (row.low, row.high)
    return (its.least + its.hands, its.most + its.hands)


def _numbers(found: PollResult, result: Result, row: ResultRow) -> Line:
    adds_up = found.poll.kind.adds_up
    return (
        cell(result.value),
        row.written,
        found.counts,
        in_detail(found, row) or None,
        result.told.name.lower(),
        *(cell(result.by_sector.get(letter)) for letter in COUNTED),
        cell(result.together) if adds_up and result.told is ToldPart.NUMBER else None,
        *(_names(result, told) for told in NEARLY_WORDS),
        result.outcome.voters,
        *_bounds(result, row),
        result.weakest_sector,
        None if result.weakest_share is None else float(result.weakest_share),
    )
