"""Polls with their rules, and what was voted on."""

from kdc_desktop.domain.polls.method import Setting
from kdc_desktop.domain.polls.methods import method_of, methods
from kdc_desktop.domain.polls.secrecies import SECRECIES
from kdc_desktop.domain.polls.states import Order, PollState, PollSubject, Secrecy, VotesBy
from kdc_desktop.i18n import lazy, plazy, titled
from kdc_desktop.interchange.workbook import Column, Kind, Reader, Table
from kdc_desktop.model.polls import Poll
from kdc_desktop.services.kit.source import Columns, Line, Source, id_of, key_of
from kdc_desktop.services.polls.book import PollBook
from kdc_desktop.services.polls.questions import poll_in

_SUBJECTS = {
    PollSubject.IDEAS: plazy("subject of a poll", "ideas"),
    PollSubject.CLUSTERS: plazy("subject of a poll", "clusters"),
    PollSubject.WRITTEN: plazy("subject of a poll", "what was written down for it"),
}
_VOTES_BY = {
    VotesBy.PERSON: plazy("who has one vote", "each person"),
    VotesBy.ORGANISATION: plazy("who has one vote", "each organisation"),
}
ORDERS = {
    Order.TOTAL: plazy("order of a result", "by all papers"),
    Order.WEAKEST: plazy("order of a result", "by the weakest sector"),
}
POLL_STATES = {
    PollState.DRAFT: plazy("state of a poll", "draft"),
    PollState.OPEN: plazy("state of a poll", "open"),
    PollState.CLOSED: plazy("state of a poll", "closed"),
}
WAYS_TO_VOTE = lazy(
    "At the kiosk: on a screen in the room. By hand: on paper that was typed in. By show of hands: "
    "counted in the room."
)
OF_POLL = (
    id_of("Poll"),
    Column(lazy("Poll"), filled=True, means=lazy("The question of the poll.")),
)
OF_SUBJECT = (id_of("Idea"), id_of("Cluster"))
_POLLS = (
    key_of("Poll"),
    Column(lazy("Question"), filled=True, means=lazy("What was asked.")),
    Column(
        lazy("Method"),
        words=tuple((method.key, method.name) for method in methods()),
        filled=True,
        means=lazy("How people vote."),
    ),
    Column(
        lazy("Rule"),
        words=tuple((rule.key, rule.name) for method in methods() for rule in method.rules),
        means=lazy("By which rule the papers are counted."),
    ),
    Column(
        lazy("Order"),
        words=tuple(ORDERS.items()),
        filled=True,
        aside=True,
        means=lazy("By what the result is put in order when it is announced."),
    ),
    Column(lazy("Marks each"), Kind.NUMBER, means=lazy("How many marks everybody has.")),
    Column(
        lazy("Several on one option"),
        Kind.BOOL,
        aside=True,
        filled=True,
        means=lazy("Whether one option may have several marks of one person."),
    ),
    Column(
        lazy("Secrecy"),
        words=tuple((rule.key, rule.name) for rule in SECRECIES),
        filled=True,
        means=lazy("What a paper is kept with."),
    ),
    Column(
        lazy("Lowest score"),
        Kind.NUMBER,
        aside=True,
        means=lazy("Where its scale begins; empty where there is none."),
    ),
    Column(
        lazy("Highest score"),
        Kind.NUMBER,
        aside=True,
        means=lazy("Where its scale ends; empty where there is none."),
    ),
    Column(
        lazy("Money in all"),
        Kind.NUMBER,
        aside=True,
        means=lazy("What the costs of options are set against; empty where there is no budget."),
    ),
    Column(
        lazy("One vote for each"),
        words=tuple(_VOTES_BY.items()),
        filled=True,
        aside=True,
        means=lazy("Who has one vote: each person, or each organisation."),
    ),
    Column(
        lazy("Another round of"),
        Kind.NUMBER,
        aside=True,
        means=lazy("The id of the poll before it."),
    ),
    Column(
        lazy("Smallest group shown"),
        Kind.NUMBER,
        aside=True,
        means=lazy("How many papers a sector needs to be shown by itself."),
    ),
    Column(
        plazy("a poll on ideas or clusters", "On"),
        words=tuple(_SUBJECTS.items()),
        filled=True,
        means=lazy("What its options are."),
    ),
    Column(
        lazy("State"),
        words=tuple(POLL_STATES.items()),
        filled=True,
        means=lazy("Whether it is prepared, under way, or over."),
    ),
    Column(lazy("Revealed"), Kind.DATETIME, means=lazy("When the room saw the result.")),
    Column(
        lazy("May vote"),
        Kind.NUMBER,
        filled=True,
        key="electorate",
        means=lazy("How many people may vote in it."),
    ),
    Column(lazy("At the kiosk"), Kind.NUMBER, aside=True, means=lazy("How many voted there.")),
    Column(lazy("By hand"), Kind.NUMBER, aside=True, means=lazy("How many papers were typed in.")),
    Column(
        lazy("Show of hands"), Kind.NUMBER, aside=True, means=lazy("How many hands were counted.")
    ),
    Column(lazy("Voted"), Kind.NUMBER, means=lazy("How many voted, in whatever way.")),
    Column(lazy("How the votes add up"), reader=Reader.PEOPLE),
    Column(lazy("Opened"), Kind.DATETIME, aside=True, means=lazy("When voting began.")),
    Column(lazy("Closed"), Kind.DATETIME, aside=True, means=lazy("When voting ended.")),
)
_OPTIONS = (
    key_of("Option"),
    *OF_POLL,
    Column(
        lazy("Place"), Kind.NUMBER, head=True, filled=True, means=lazy("Its place on the paper.")
    ),
    Column(lazy("Option"), head=True, filled=True, means=lazy("What could be chosen.")),
    *OF_SUBJECT,
    Column(
        lazy("Counted with"),
        Kind.NUMBER,
        aside=True,
        means=lazy(
            "The place of the option that it counts as one with, as their ideas were merged before "
            "the result was announced."
        ),
    ),
    Column(lazy("Cost"), Kind.NUMBER, aside=True, means=lazy("What it costs, in a budget.")),
)


def polls(source: Source) -> Table:
    """Every poll with its rule and who took part how; never what they voted."""
    rows: list[Line] = []
    for poll in source.once(PollBook).polls.values():
        turnout = source.once(PollBook).turnout(poll)
        kind = method_of(poll.method)
        scaled = Setting.SCALE in kind.settings
        elsewhere = poll.state == PollState.OPEN and poll_in(source.snapshot, poll.id).elsewhere
        voted = (turnout.kiosk, turnout.by_hand, turnout.show_of_hands, turnout.voted)
        told = None if poll.state == PollState.DRAFT else turnout.reconciliation
        rows.append(
            (
                poll.session_id,
                poll.id,
                poll.question,
                poll.method,
                kind.rule(poll.rule).key,
                poll.ordered_by,
                poll.marks_each or None,
                poll.stacking,
                *((poll.lowest, poll.highest) if scaled else (None, None)),
                poll.total or None,
                poll.votes_by,
                poll.round_of,
                poll.secrecy,
                None if poll.secrecy == Secrecy.NAMED else poll.smallest_group,
                poll.subject,
                poll.state,
                poll.revealed_at,
                turnout.electorate,
                *((None, None, turnout.show_of_hands, None) if elsewhere else voted),
                elsewhere.sentence if elsewhere else told,
                poll.opened_at,
                poll.closed_at,
            )
        )
    notes = (
        *(titled(str(rule.name), str(rule.sentence)) for rule in methods()),
        *(str(rule.sentence) for rule in SECRECIES),
        str(WAYS_TO_VOTE),
    )
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
            option.counted_with,
            option.cost or None,
        )
        for poll in source.once(PollBook).polls.values()
        for option in source.once(PollBook).options[poll.id]
    ]
    purpose = lazy("What could be chosen in each poll.")
    return source.table("Options", lazy("Options"), _OPTIONS, rows, purpose=purpose)


OUTCOME = Columns(
    (Column(lazy("Polls"), Kind.NUMBER, filled=True, means=lazy("How many polls were prepared.")),),
    lambda source: source.per_session(Poll.session_id, Poll.trashed_at.is_(None)),
)
"""How many polls a session had."""
