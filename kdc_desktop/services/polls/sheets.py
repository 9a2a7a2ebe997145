"""Polls, what was voted on, and the results that have been revealed."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.people.sectors import BY_LETTER, COUNTED
from kdc_desktop.domain.polls.ranking import Result, rank_by_total, rank_by_weakest_sector
from kdc_desktop.domain.polls.rules import METHOD_BY_KEY, SECRECIES, SECRECY_BY_KEY
from kdc_desktop.domain.polls.states import PollState, PollSubject, Secrecy
from kdc_desktop.i18n import _, lazy, plazy
from kdc_desktop.interchange.workbook import Chart, Column, Kind, Table
from kdc_desktop.model.polls import Poll
from kdc_desktop.services.kit.source import Columns, Line, Source, id_of, key_of
from kdc_desktop.services.kit.who import sector_name
from kdc_desktop.services.polls.badges import Won
from kdc_desktop.services.polls.book import PollBook
from kdc_desktop.services.polls.questions import poll_in

TOGETHER = lazy("Not by sector")
_CHARTED_ROWS = 20
_TOGETHER_SHADE = "#475569"  # of no sector
_SUBJECTS = {
    PollSubject.IDEAS: plazy("subject of a poll", "ideas"),
    PollSubject.CLUSTERS: plazy("subject of a poll", "clusters"),
}
POLL_STATES = {
    PollState.DRAFT: plazy("state of a poll", "draft"),
    PollState.OPEN: plazy("state of a poll", "open"),
    PollState.CLOSED: plazy("state of a poll", "closed"),
}
_POLL = (id_of("Poll"), Column(lazy("Poll")))
_ABOUT = (id_of("Idea"), id_of("Cluster"))
_POLLS = (
    key_of("Poll"),
    Column(lazy("Question")),
    Column(lazy("Method")),
    Column(lazy("Marks each"), Kind.NUMBER),
    Column(lazy("Several on one option"), Kind.BOOL, aside=True),
    Column(lazy("Secrecy")),
    Column(lazy("Smallest group shown"), Kind.NUMBER, aside=True),
    Column(plazy("a poll on ideas or clusters", "On")),
    Column(lazy("State")),
    Column(lazy("Revealed"), Kind.DATETIME),
    Column(lazy("Electorate"), Kind.NUMBER),
    Column(lazy("At the kiosk"), Kind.NUMBER, aside=True),
    Column(lazy("By hand"), Kind.NUMBER, aside=True),
    Column(lazy("Show of hands"), Kind.NUMBER, aside=True),
    Column(lazy("Voted"), Kind.NUMBER),
    Column(lazy("Reconciliation")),
    Column(lazy("Opened"), Kind.DATETIME, aside=True),
    Column(lazy("Closed"), Kind.DATETIME, aside=True),
)
_OPTIONS = (
    key_of("Option"),
    *_POLL,
    Column(lazy("Place"), Kind.NUMBER, head=True),
    Column(lazy("Option"), head=True),
    *_ABOUT,
)
_SHORT, _TOTAL = Column(lazy("Short title"), aside=True), Column(lazy("Total"), Kind.NUMBER)
_SECTORS = tuple(Column(BY_LETTER[letter].title, Kind.NUMBER) for letter in COUNTED)
_CHARTED = (*_SECTORS, Column(TOGETHER, Kind.NUMBER))
_RESULTS = (
    *_POLL,
    replace(id_of("Option"), own=True),
    _SHORT,
    Column(lazy("Option"), head=True),
    *_ABOUT,
    Column(lazy("Rank"), Kind.NUMBER, aside=True),
    Column(lazy("Place"), head=True),
    _TOTAL,
    *_CHARTED,
    Column(lazy("Papers for it"), Kind.NUMBER, aside=True),
    Column(lazy("Weakest sector"), aside=True),
    Column(lazy("Share of its papers"), Kind.PERCENT, aside=True),
    Column(lazy("Rank by weakest sector"), Kind.NUMBER, aside=True),
    Column(lazy("Winner"), Kind.BOOL),
    Column(lazy("Took part"), aside=True),
)


def polls(source: Source) -> Table:
    """Every poll with its rule and who took part how; never what they voted."""
    rows: list[Line] = []
    for poll in source.once(PollBook).polls.values():
        turnout = source.once(PollBook).turnout(poll)
        elsewhere = poll.state == PollState.OPEN and poll_in(source.snapshot, poll.id).elsewhere
        voted = (turnout.kiosk, turnout.by_hand, turnout.show_of_hands, turnout.voted)
        told = None if poll.state == PollState.DRAFT else turnout.reconciliation
        rows.append(
            (
                poll.session_id,
                poll.id,
                poll.question,
                str(METHOD_BY_KEY[poll.method].name),
                poll.marks_each or None,
                poll.stacking,
                str(SECRECY_BY_KEY[poll.secrecy].name),
                None if poll.secrecy == Secrecy.NAMED else poll.smallest_group,
                str(_SUBJECTS[poll.subject]),
                str(POLL_STATES[poll.state]),
                poll.revealed_at,
                turnout.electorate,
                *((None, None, turnout.show_of_hands, None) if elsewhere else voted),
                elsewhere.sentence if elsewhere else told,
                poll.opened_at,
                poll.closed_at,
            )
        )
    notes = tuple(str(rule.sentence) for rule in SECRECIES)
    purpose = lazy("What was asked, by which rule, and how many took part.")
    return source.table("Polls", lazy("Polls"), _POLLS, rows, notes, purpose=purpose)


def options(source: Source) -> Table:
    """What is voted on in each poll, with the title it had when the poll was prepared."""
    rows = [
        (
            poll.session_id,
            option.id,
            poll.id,
            poll.question,
            option.place_in_order,
            option.title,
            option.idea_id,
            option.cluster_id,
        )
        for poll in source.once(PollBook).polls.values()
        for option in source.once(PollBook).options[poll.id]
    ]
    purpose = lazy("What could be chosen in each poll.")
    return source.table("Options", lazy("Options"), _OPTIONS, rows, purpose=purpose)


def results(won: Won, source: Source) -> Table:
    """The outcome of every revealed poll, best options first, the newest poll on top."""
    winners = won(source.snapshot, list(source.sessions))
    newest = source.in_order(source.once(PollBook).revealed, lambda poll: poll.session_id)
    rows = [row for poll in newest for row in _result_rows(source, poll, winners)]
    purpose = lazy("What each poll came to, the best first, with the support of each sector.")
    notes = (
        _(
            "“{column}”: what hands and sectors with too few papers gave, shown only together.",
            column=TOGETHER,
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
        options = len(source.once(PollBook).options[poll.id])
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
    tally = source.once(PollBook).tallies[poll.id]
    smallest = 1 if poll.secrecy == Secrecy.NAMED else poll.smallest_group
    ranking = rank_by_total(tally, smallest)
    weakest = {r.option_id: r.rank for r in rank_by_weakest_sector(tally, smallest).results}
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
            option.title,
            option.idea_id,
            option.cluster_id,
            *_numbers(result),
            weakest[option.id] if result.weakest_sector else None,
            (poll.id, option.id) in won,
            took_part,
        )


def _numbers(result: Result) -> Line:
    return (
        result.rank,
        result.rank_label,
        result.total,
        *(result.by_sector.get(letter) for letter in COUNTED),
        result.together,
        result.voters,
        sector_name(result.weakest_sector),
        result.weakest_share,
    )


OUTCOME = Columns(
    (Column(lazy("Polls"), Kind.NUMBER),),
    lambda source: source.per_session(Poll.session_id, Poll.trashed_at.is_(None)),
)
"""How many polls a session had."""
