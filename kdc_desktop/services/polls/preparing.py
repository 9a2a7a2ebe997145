"""Preparing a poll: what it asks, on what, by which rule; a draft until it is opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.domain.kit.lengths import LINE, not_longer
from kdc_desktop.domain.kit.text import on_one_line, shortened
from kdc_desktop.domain.polls.ranking import SMALLEST_GROUP, SMALLEST_GROUP_RANGE
from kdc_desktop.domain.polls.rules import METHOD_BY_KEY
from kdc_desktop.domain.polls.states import Method, PollState, PollSubject, Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.model.polls import Option, Poll
from kdc_desktop.services.board.apart import told_apart
from kdc_desktop.services.polls.questions import poll_in, short_question
from kdc_desktop.storage import Database, Snapshot

TITLE_LENGTH = 280
MOST_MARKS = 100


@dataclass(frozen=True, kw_only=True)
class PollPlan:
    """What a poll is to be: `option_ids` are ids of ideas or clusters, in the order of the paper.

    `marks_each` 0 is no limit; `smallest_group` (3 to 10) is the fewest papers of a sector that
    may be shown.
    """

    question: str
    method: Method = Method.DOTS
    marks_each: int = 5
    stacking: bool = True
    secrecy: Secrecy = Secrecy.SECRET
    subject: PollSubject = PollSubject.CLUSTERS
    option_ids: tuple[int, ...] = ()
    smallest_group: int = SMALLEST_GROUP


def create_poll(
    database: Database, session_id: int, plan: PollPlan, stage_id: int | None = None
) -> int:
    """Prepare a poll as a draft; its id. UserError when the plan cannot be voted on."""
    asked = shortened(_checked(plan))
    with database.edit(lazy("Prepared the poll “{question}”", question=asked)) as edit:
        poll = Poll(session_id=session_id, stage_id=stage_id, created_at=database.now())
        _fill(poll, plan)
        edit.add(poll)
        edit.flush()
        edit.add_all(_options(edit, session_id, poll.id, plan))
        return poll.id


def change_poll(database: Database, poll_id: int, plan: PollPlan) -> None:
    """Change a draft; from opening on a poll stays as it is."""
    asked = shortened(_checked(plan))
    label = lazy("Changed the poll “{question}”", question=asked)
    with database.edit(label, undoable=False) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != PollState.DRAFT:
            raise UserError(_("This poll has been opened and stays as it is. Prepare another one."))
        _fill(poll, plan)
        in_order = select(Option).where(Option.poll_id == poll_id).order_by(Option.place_in_order)
        before, now = list(edit.scalars(in_order)), _options(edit, poll.session_id, poll_id, plan)
        if [_content(option) for option in before] != [_content(option) for option in now]:
            for option in before:
                edit.delete(option)
            edit.flush()
            edit.add_all(now)


def discard_poll(database: Database, poll_id: int) -> None:
    """Put a poll into the trash; undo brings it back.

    Raises:
        UserError: it is open, and its papers are here.
    """
    asked = short_question(database, poll_id)
    with database.edit(lazy("Put the poll “{question}” into the trash", question=asked)) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state == PollState.OPEN and poll_in(edit, poll_id).elsewhere is None:
            raise UserError(_("This poll is open. Close it first."))
        poll.trashed_at = database.now()


def repeat_poll(database: Database, poll_id: int, option_ids: Sequence[int] = ()) -> int:
    """Prepare another round with the same rule, on these options or on all; the new poll's id.

    An open poll whose papers are elsewhere goes into the trash: it is held again.
    """
    asked = short_question(database, poll_id)
    with database.edit(lazy("Prepared another round of “{question}”", question=asked)) as edit:
        old = edit.get_one(Poll, poll_id)
        if poll_in(edit, poll_id).elsewhere is not None:
            old.trashed_at = database.now()
        chosen = select(Option).where(Option.poll_id == poll_id).order_by(Option.place_in_order)
        options = [o for o in edit.scalars(chosen) if not option_ids or o.id in option_ids]
        options = _each_idea_once(edit, options)
        poll = Poll(
            session_id=old.session_id,
            stage_id=old.stage_id,
            question=old.question,
            method=old.method,
            marks_each=old.marks_each,
            stacking=old.stacking,
            secrecy=old.secrecy,
            subject=old.subject,
            smallest_group=old.smallest_group,
            created_at=database.now(),
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
            )
            for place, option in enumerate(options, start=1)
        )
        return poll.id


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


def _checked(plan: PollPlan) -> str:
    question = on_one_line(plan.question)
    if not question:
        raise UserError(_("Write the question that the room is asked."))
    not_longer(
        question, LINE, fillable("Shorten the question to {longest} characters; it has {length}.")
    )
    if METHOD_BY_KEY[plan.method].limited and not 1 <= plan.marks_each <= MOST_MARKS:
        raise UserError(_("Give everybody between 1 and {most} dots.", most=MOST_MARKS))
    if len(set(plan.option_ids)) < 2:
        raise UserError(_("Choose at least two options."))
    lowest, highest = SMALLEST_GROUP_RANGE
    if not lowest <= plan.smallest_group <= highest:
        raise UserError(
            _(
                "The smallest group that is shown is between {lowest} and {highest}.",
                lowest=lowest,
                highest=highest,
            )
        )
    return question


def _fill(poll: Poll, plan: PollPlan) -> None:
    method = METHOD_BY_KEY[plan.method]
    poll.question = on_one_line(plan.question)
    poll.method = plan.method
    poll.marks_each = max(0, plan.marks_each)
    poll.stacking = plan.stacking and method.may_stack
    poll.secrecy = plan.secrecy
    poll.subject = plan.subject
    poll.smallest_group = plan.smallest_group


def _options(snapshot: Snapshot, session_id: int, poll_id: int, plan: PollPlan) -> list[Option]:
    titles = titles_to_choose(snapshot, session_id, plan.subject)
    chosen = list(dict.fromkeys(plan.option_ids))
    if not set(chosen) <= set(titles):
        raise UserError(_("One of the chosen options is gone from the board. Choose again."))
    ideas = plan.subject == PollSubject.IDEAS
    return [
        Option(
            poll_id=poll_id,
            place_in_order=place,
            title=titles[subject_id],
            idea_id=subject_id if ideas else None,
            cluster_id=None if ideas else subject_id,
        )
        for place, subject_id in enumerate(chosen, start=1)
    ]


def _content(option: Option) -> tuple[object, ...]:
    return option.place_in_order, option.title, option.idea_id, option.cluster_id


def titles_to_choose(snapshot: Snapshot, session_id: int, subject: PollSubject) -> dict[int, str]:
    """What the ideas on the boards of a session, or the clusters, are called on a ballot paper."""
    if subject == PollSubject.CLUSTERS:
        wanted = select(Cluster.id, Cluster.name, Cluster.board_id).where(
            Cluster.session_id == session_id
        )
    else:
        wanted = select(Idea.id, Idea.text, Idea.board_id).where(
            Idea.session_id == session_id, Idea.trashed_at.is_(None), Idea.parent_id.is_(None)
        )
    rows = [(key, title, board_id) for key, title, board_id in snapshot.execute(wanted)]
    return told_apart(snapshot, session_id, rows, TITLE_LENGTH)
