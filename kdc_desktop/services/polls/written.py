"""What options are that were written for a poll alone: no idea and no cluster stands for them.

Two of them are the same thing where they are called the same in rounds of one poll, and nowhere
else: what another poll calls “Yes” is something else.
"""

from collections.abc import Mapping

from sqlalchemy import select

from kdc_desktop.model.polls import Option, Poll
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick, value

_OPTIONS = Quick(
    select(Option.id, Option.poll_id, Option.title)
    .join(Poll, Poll.id == Option.poll_id)
    .where(
        Poll.session_id == value("session"),
        Option.idea_id.is_(None),
        Option.cluster_id.is_(None),
    )
)
_ROUNDS = Quick(select(Poll.id, Poll.round_of).where(Poll.session_id == value("session")))
WrittenThing = tuple[int, str]
"""What was written, in whichever round: the first poll of the rounds, and its title there."""


def written_in(snapshot: Snapshot, session_id: int) -> dict[int, WrittenThing]:
    """By the ids of all options of a session that were written for a poll: which thing each is."""
    options = _OPTIONS.rows(snapshot, session=session_id)
    if not options:
        return {}
    rounds = dict(_ROUNDS.rows(snapshot, session=session_id))
    return {key: (first_of_rounds(poll_id, rounds), title) for key, poll_id, title in options}


def first_of_rounds(poll_id: int, rounds: Mapping[int, int | None]) -> int:
    """The first of the rounds that a poll is one of; `rounds` has the poll before each."""
    seen, before = {poll_id}, rounds[poll_id]
    while before is not None and before in rounds and before not in seen:
        seen.add(before)
        poll_id, before = before, rounds[before]
    return poll_id
