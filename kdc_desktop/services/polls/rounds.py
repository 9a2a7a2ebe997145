"""Another round of a poll: the same question by the same rule, on all options or on some."""

from collections.abc import Sequence

from sqlalchemy import select

from kdc_desktop.domain.kit.lengths import LINE
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import _, lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model.board import Idea
from kdc_desktop.model.polls import Criterion, Option, Poll
from kdc_desktop.services.polls.questions import poll_in, short_question
from kdc_desktop.storage import Database, Edit, Snapshot

_KEPT_IN_ROUNDS = (
    "question",
    "method",
    "rule",
    "ordered_by",
    "marks_each",
    "stacking",
    "most_on_one",
    "lowest",
    "highest",
    "total",
    "secrecy",
    "votes_by",
    "subject",
    "smallest_group",
)


def repeat_poll(database: Database, poll_id: int, option_ids: Sequence[int] = ()) -> int:
    """Prepare another round with the same rule, on these options or on all; the new poll's id.

    An open poll whose papers are elsewhere goes into the trash: it is held again.
    """
    asked = short_question(database, poll_id)
    with database.edit(lazy("Prepared another round of “{question}”", question=asked)) as edit:
        return _another_round(edit, poll_id, option_ids, database.now()).id


def prepare_run_off(database: Database, poll_id: int, option_ids: Sequence[int]) -> int:
    """Prepare a round that decides between these options alone; its question says so. Its id."""
    with database.read() as snapshot:
        asked = _asked_at_first(snapshot, poll_id)
    label = lazy("Prepared a run-off of “{question}”", question=shortened(asked))
    with database.edit(label) as edit:
        made = _another_round(edit, poll_id, option_ids, database.now())
        made.question = shortened(_("Run-off: {question}", question=asked), LINE)
        return made.id


def _asked_at_first(snapshot: Snapshot, poll_id: int) -> str:
    """What the poll asked of which this is a later round: it is no run-off itself."""
    poll, seen = snapshot.get_one(Poll, poll_id), {poll_id}
    while poll.round_of is not None and poll.round_of not in seen:
        poll = snapshot.get_one(Poll, poll.round_of)
        seen.add(poll.id)
    return poll.question


def _another_round(edit: Edit, poll_id: int, option_ids: Sequence[int], now: Instant) -> Poll:
    old = edit.get_one(Poll, poll_id)
    if poll_in(edit, poll_id).elsewhere is not None:
        old.trashed_at = now
    chosen = select(Option).where(Option.poll_id == poll_id).order_by(Option.place_in_order)
    options = [o for o in edit.scalars(chosen) if not option_ids or o.id in option_ids]
    options = _each_idea_once(edit, options)
    poll = Poll(
        session_id=old.session_id,
        stage_id=old.stage_id,
        created_at=now,
        round_of=old.id,
        **{name: getattr(old, name) for name in _KEPT_IN_ROUNDS},
    )
    edit.add(poll)
    edit.flush()
    edit.add_all(
        Option(
            poll_id=poll.id,
            place_in_order=place,
            title=option.title,
            idea_id=option.idea_id,
            cluster_id=option.cluster_id,
            cost=option.cost,
        )
        for place, option in enumerate(options, start=1)
    )
    judged = edit.scalars(select(Criterion).where(Criterion.poll_id == old.id)).all()
    edit.add_all(
        Criterion(poll_id=poll.id, number=one.number, name=one.name, weight=one.weight)
        for one in judged
    )
    return poll


def _each_idea_once(snapshot: Snapshot, options: Sequence[Option]) -> list[Option]:
    """Of options whose ideas are one by now only the first, or the one of the idea that is left."""
    ideas = [one.idea_id for one in options if one.idea_id is not None]
    found = snapshot.execute(select(Idea.id, Idea.parent_id).where(Idea.id.in_(ideas)))
    into = {key: parent_id for key, parent_id in found if parent_id is not None}
    own = {one.idea_id for one in options if one.idea_id not in into}
    kept: dict[object, Option] = {}
    for one in options:
        root = into.get(one.idea_id or 0, one.idea_id)
        if one.idea_id in into and root in own:
            continue
        kept.setdefault(("idea", root) if root is not None else ("option", one.id), one)
    return list(kept.values())
