"""What was done with polls from when they were opened on, and why."""

from sqlalchemy import select

from kdc_desktop.domain.polls.steps import EVENT_WORDS
from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.polls import PollStep
from kdc_desktop.services.kit.source import Source, key_of
from kdc_desktop.services.polls.book import PollBook
from kdc_desktop.services.polls.sheets import OF_POLL

_STEPS = (
    key_of("Poll step"),
    *OF_POLL,
    Column(lazy("When"), Kind.DATETIME, filled=True, means=lazy("When it was done.")),
    Column(
        lazy("What was done"),
        words=tuple(EVENT_WORDS.items()),
        filled=True,
        means=lazy("What was done with the poll."),
    ),
    Column(
        lazy("Number"),
        Kind.NUMBER,
        means=lazy(
            "Of how many people it is, how many minutes were given, or how many marks everybody "
            "had from then on; empty where it is of none."
        ),
    ),
    Column(lazy("Reason"), means=lazy("Why it was done, where that was asked.")),
)


def steps(source: Source) -> Table:
    """Each step, the first of a poll first."""
    book = source.once(PollBook)
    polls = book.polls
    found = source.snapshot.scalars(
        select(PollStep)
        .where(PollStep.poll_id.in_(list(polls)))
        .order_by(PollStep.poll_id, PollStep.id)
    )
    rows = [
        (
            polls[one.poll_id].session_id,
            one.id,
            *book.line(one.poll_id),
            one.at,
            one.event,
            one.number or None,
            one.reason or None,
        )
        for one in found
    ]
    purpose = lazy("What was done with each poll, from when it was opened on, and why.")
    return source.table("Poll_steps", lazy("How polls went"), _STEPS, rows, purpose=purpose)
