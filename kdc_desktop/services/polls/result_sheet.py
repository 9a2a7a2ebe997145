"""The outcome of the polls that have been revealed, with the support of each sector."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.people.sectors import BY_LETTER, COUNTED
from kdc_desktop.domain.polls.method import Number
from kdc_desktop.domain.polls.ranking import Result
from kdc_desktop.domain.polls.states import Order, Secrecy
from kdc_desktop.i18n import _, lazy
from kdc_desktop.interchange.workbook import Chart, Column, Kind, Reader, Table
from kdc_desktop.model.polls import Poll
from kdc_desktop.services.kit.source import Line, Source, id_of
from kdc_desktop.services.kit.who import SECTOR_WORDS
from kdc_desktop.services.polls.badges import Won
from kdc_desktop.services.polls.book import PollBook
from kdc_desktop.services.polls.folding import folded_title
from kdc_desktop.services.polls.sheets import OF_POLL, OF_SUBJECT

TOGETHER = lazy("Not by sector")
_CHARTED_ROWS = 20
_TOGETHER_SHADE = "#475569"  # of no sector
_SHORT = Column(lazy("Short title"), aside=True, reader=Reader.PEOPLE)
_TOTAL = Column(
    lazy("Total"),
    Kind.NUMBER,
    means=lazy(
        "What the rule ranks it by: all marks and hands, a mean, points, a grade from 0 to 5. "
        "Empty where nobody said anything of it."
    ),
)
_SECTORS = tuple(
    Column(
        BY_LETTER[letter].title,
        Kind.NUMBER,
        means=lazy("Its marks and hands from this sector; empty where they may not be shown."),
    )
    for letter in COUNTED
)
_CHARTED = (
    *_SECTORS,
    Column(
        TOGETHER,
        Kind.NUMBER,
        means=lazy("Its marks and hands from sectors that are shown only together."),
    ),
)
_RESULTS = (
    *OF_POLL,
    replace(id_of("Option"), own=True, filled=True),
    _SHORT,
    Column(lazy("Option"), head=True, filled=True, means=lazy("What could be chosen.")),
    *OF_SUBJECT,
    Column(
        lazy("Rank"),
        Kind.NUMBER,
        aside=True,
        filled=True,
        means=lazy("Its rank as it was announced; options that are equal have the same."),
    ),
    Column(
        lazy("Tied"),
        Kind.BOOL,
        filled=True,
        reader=Reader.PROGRAMS,
        means=lazy("Whether another option has the same rank."),
    ),
    Column(lazy("Place"), head=True, reader=Reader.PEOPLE),
    _TOTAL,
    *_CHARTED,
    Column(
        lazy("Papers for it"),
        Kind.NUMBER,
        aside=True,
        filled=True,
        means=lazy("How many papers have a mark for it."),
    ),
    Column(
        lazy("Weakest sector"),
        aside=True,
        words=SECTOR_WORDS,
        means=lazy("The sector of which the smallest share of papers supports it."),
    ),
    Column(
        lazy("Share of its papers"),
        Kind.PERCENT,
        aside=True,
        means=lazy("That share, of all papers of the sector, hands left out."),
    ),
    Column(
        lazy("Rank by weakest sector"),
        Kind.NUMBER,
        aside=True,
        means=lazy("Its rank by that share."),
    ),
    Column(lazy("Winner"), Kind.BOOL, filled=True, means=lazy("Whether it was taken further.")),
    Column(lazy("Took part"), aside=True, reader=Reader.PEOPLE),
)


def results(won: Won, source: Source) -> Table:
    """The outcome of every revealed poll, best options first, the newest poll on top."""
    winners = source.once(PollBook).winners(won)
    newest = source.in_order(source.once(PollBook).revealed, lambda poll: poll.session_id)
    rows = [row for poll in newest for row in _result_rows(source, poll, winners)]
    purpose = lazy("What each poll came to, the best first, with the support of each sector.")
    notes = (
        _(
            "“{column}”: what hands and sectors with too few papers gave, shown only together; the "
            "columns of those sectors are empty.",
            column=TOGETHER,
        ),
        _("Place: “=1” stands for a first place that several share."),
        _(
            "Weakest sector: the one of which the smallest share of papers supports the option; "
            "that share is of all papers of the sector, hands left out."
        ),
        *source.once(PollBook).left_out(),
    )
    return source.table(
        name="Results",
        title=lazy("Results"),
        columns=_RESULTS,
        rows=rows,
        notes=notes,
        charts=tuple(_charts(source, newest)),
        purpose=purpose,
    )


def _charts(source: Source, polls: Sequence[Poll]) -> Iterator[Chart]:
    """One for each poll, of its best options; the polls are in the order of the rows."""
    first = 0
    for poll in polls:
        options = len(source.once(PollBook).shown(poll))
        if options:
            yield replace(_chart(poll), rows=min(options, _CHARTED_ROWS), first=first)
        first += options


def _chart(poll: Poll) -> Chart:
    title = shortened(poll.question, 80)
    across, along = lazy("Marks and hands"), lazy("Option")
    if poll.secrecy == Secrecy.SECRET:
        return Chart(title, _SHORT, (_TOTAL,), across=across, along=along)
    colours = (*(BY_LETTER[letter].light for letter in COUNTED), _TOGETHER_SHADE)
    title = _("{question} (total by sector)", question=title)
    chart = Chart(title, _SHORT, _CHARTED, colours=colours, stacked=True)
    return replace(chart, across=across, along=along)


def _result_rows(source: Source, poll: Poll, won: Collection[tuple[int, int]]) -> Iterator[Line]:
    book = source.once(PollBook)
    ranking = book.ranking(poll)
    weakest = {one.option_id: one.rank for one in book.ranking(poll, Order.WEAKEST).results}
    took_part = source.once(PollBook).turnout(poll).reconciliation
    options = {option.id: option for option in source.once(PollBook).options[poll.id]}
    for result in ranking.results:
        option = options[result.option_id]
        yield (
            poll.session_id,
            poll.id,
            poll.question,
            option.id,
            shortened(option.title, 40),
            folded_title(option, list(options.values())),
            option.idea_id,
            option.cluster_id,
            *_numbers(result),
            weakest[option.id] if result.weakest_sector else None,
            (poll.id, option.id) in won,
            took_part,
        )


def _cell(value: Number | None) -> int | float | None:
    """A number as a sheet has it: to twelve places where it is a fraction."""
    return value if value is None or isinstance(value, int) else round(float(value), 12)


def _numbers(result: Result) -> Line:
    return (
        result.rank,
        result.tied,
        result.rank_label,
        _cell(result.value),
        *(_cell(result.by_sector.get(letter)) for letter in COUNTED),
        _cell(result.together),
        result.placed.voters,
        result.weakest_sector,
        None if result.weakest_share is None else float(result.weakest_share),
    )
