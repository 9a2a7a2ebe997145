"""What was voted on in each poll, and by which criteria; what all sheets of polls share."""

from sqlalchemy import select

from kdc_desktop.domain.polls.methods import methods
from kdc_desktop.domain.polls.states import Order, PollState
from kdc_desktop.i18n import lazy, plazy
from kdc_desktop.interchange.workbook import Column, Kind, Reader, Table
from kdc_desktop.model.polls import Criterion, Poll
from kdc_desktop.services.kit.source import Columns, Source, id_of, key_of
from kdc_desktop.services.polls.book import PollBook

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
    "At the kiosk: on a screen in the room. By hand: on paper that was typed in. By slip: on a "
    "printed one with a number. By show of hands: counted in the room."
)
POLL_NUMBER = Column(
    lazy("Poll number"),
    Kind.NUMBER,
    filled=True,
    means=lazy("Its place among the polls of its session, by which screens offer it."),
)
OF_POLL = (
    id_of("Poll"),
    Column(lazy("Poll"), filled=True, means=lazy("The question of the poll.")),
    POLL_NUMBER,
)
OF_SUBJECT = (id_of("Idea"), id_of("Cluster"))
OF_OPTION = (
    id_of("Option"),
    Column(lazy("Option"), head=True, filled=True, means=lazy("What could be chosen.")),
)
RULE = Column(
    lazy("Rule"),
    words=tuple((rule.key, rule.name) for method in methods() for rule in method.rules),
    means=lazy("By which rule the papers are counted for the result that is announced."),
)
ORDER = Column(
    lazy("Order"),
    words=tuple(ORDERS.items()),
    filled=True,
    aside=True,
    means=lazy("By what the result is put in order when it is announced."),
)
VOID = Column(
    lazy("Void"),
    Kind.BOOL,
    filled=True,
    means=lazy("Whether its result was declared void: then it decides nothing."),
)
ROUND = Column(lazy("Round"), reader=Reader.PEOPLE)
POLL_STATE = Column(
    lazy("State"),
    words=tuple(POLL_STATES.items()),
    filled=True,
    means=lazy("Whether it is prepared, under way, or over."),
)
_CRITERIA = (
    key_of("Criterion"),
    *OF_POLL,
    POLL_STATE,
    Column(
        lazy("Number"), Kind.NUMBER, head=True, filled=True, means=lazy("Its place on the paper.")
    ),
    Column(
        lazy("Criterion"), head=True, filled=True, means=lazy("By what each option was judged.")
    ),
    Column(
        lazy("Weight"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How much it counts beside the others; 0 is only shown."),
    ),
)
_OPTIONS = (
    key_of("Option"),
    *OF_POLL,
    POLL_STATE,
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


def options(source: Source) -> Table:
    """What is voted on in each poll, with the title it had when the poll was prepared."""
    book = source.once(PollBook)
    rows = [
        (
            poll.session_id,
            option.id,
            *book.line(poll.id),
            poll.state,
            option.place_in_order,
            option.title,
            option.idea_id,
            option.cluster_id,
            option.counted_with,
            option.cost or None,
        )
        for poll in book.polls.values()
        for option in book.options[poll.id]
    ]
    purpose = lazy("What could be chosen in each poll.")
    return source.table("Options", lazy("Options"), _OPTIONS, rows, purpose=purpose)


def criteria(source: Source) -> Table:
    """What the options of polls are judged by, with their weights."""
    book = source.once(PollBook)
    polls = book.polls
    found = source.snapshot.scalars(
        select(Criterion)
        .where(Criterion.poll_id.in_(list(polls)))
        .order_by(Criterion.poll_id, Criterion.number)
    )
    rows = [
        (
            polls[one.poll_id].session_id,
            one.id,
            *book.line(one.poll_id),
            polls[one.poll_id].state,
            one.number,
            one.name,
            one.weight,
        )
        for one in found
    ]
    purpose = lazy("By what the options of a poll were judged, and how much each counts.")
    return source.table("Criteria", lazy("Criteria"), _CRITERIA, rows, purpose=purpose)


OUTCOME = Columns(
    (Column(lazy("Polls"), Kind.NUMBER, filled=True, means=lazy("How many polls were prepared.")),),
    lambda source: source.per_session(Poll.session_id, Poll.trashed_at.is_(None)),
)
"""How many polls a session had."""
