"""What a facilitator does around a poll: prepare it, open it, close it, reveal it.

A poll goes draft → open → closed and is then revealed. Opening freezes options, secrecy and the
electorate. From opening on nothing is undone: the way back is to reopen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Table, column, func, select, table, text

from kdc_desktop.domain.kit.text import clean, shortened
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.domain.polls.counting import BY_KEY, SECRECY_BY_KEY
from kdc_desktop.domain.polls.ranking import SMALLEST_GROUP, SMALLEST_GROUP_RANGE
from kdc_desktop.domain.polls.states import PollSubject, Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Attendance,
    Cluster,
    Elector,
    Idea,
    Option,
    Organisation,
    Person,
    Poll,
    RollEntry,
)
from kdc_desktop.model.attendance import PRESENT
from kdc_desktop.model.polls import CLOSED, DRAFT, NAMED, OPEN
from kdc_desktop.services.kit.lengths import LINE, not_longer
from kdc_desktop.storage import Database, Edit

Subject = Literal["ideas", "clusters"]
TITLE_LENGTH = 280
MOST_MARKS = 100


@dataclass(frozen=True, kw_only=True)
class PollPlan:
    """What a poll is to be: `option_ids` are ids of ideas or clusters, in the order of the paper.

    `method` is a key of `domain.polls.METHODS`, `secrecy` one of `SECRECY`; `marks_each` 0 is no
    limit; `smallest_group` (3 to 10) is the fewest papers of a sector that may be shown.
    """

    question: str
    method: str = "dots"
    marks_each: int = 5
    stacking: bool = True
    secrecy: str = "secret"
    subject: Subject = "clusters"
    option_ids: tuple[int, ...] = ()
    smallest_group: int = SMALLEST_GROUP


def create_poll(
    database: Database, session_id: int, plan: PollPlan, stage_id: int | None = None
) -> int:
    """Prepare a poll as a draft; its id. UserError when the plan cannot be voted on."""
    question = _checked(plan)
    with database.edit(f"Prepared the poll “{shortened(question)}”") as edit:
        poll = Poll(session_id=session_id, stage_id=stage_id, created_at=database.now())
        _fill(poll, plan)
        edit.add(poll)
        edit.flush()
        edit.add_all(_options(edit, session_id, poll.id, plan))
        return poll.id


def change_poll(database: Database, poll_id: int, plan: PollPlan) -> None:
    """Change a draft; from opening on a poll stays as it is."""
    question = _checked(plan)
    with database.edit(f"Changed the poll “{shortened(question)}”", undoable=False) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != DRAFT:
            raise UserError("This poll has been opened and stays as it is. Prepare another one.")
        _fill(poll, plan)
        for option in edit.scalars(select(Option).where(Option.poll_id == poll_id)):
            edit.delete(option)
        edit.flush()
        edit.add_all(_options(edit, poll.session_id, poll_id, plan))


def discard_poll(database: Database, poll_id: int) -> None:
    """Put a poll that is not open into the trash; undo brings it back."""
    with database.edit(f"Put the poll “{_question(database, poll_id)}” into the trash") as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state == OPEN:
            raise UserError("This poll is open. Close it first.")
        poll.trashed_at = database.now()


def open_poll(database: Database, poll_id: int) -> int:
    """Freeze the electorate and let people vote; how many may vote.

    The electorate are those present now who have the right to vote, each with today's sector.
    """
    with database.edit(f"Opened the poll “{_question(database, poll_id)}”", undoable=False) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != DRAFT or poll.trashed_at is not None:
            raise UserError("This poll has been opened already.")
        options = edit.scalar(select(func.count()).where(Option.poll_id == poll_id)) or 0
        if options < 2:
            raise UserError("A poll needs at least two options. Choose some more.")
        voters = _present(edit, poll.session_id)
        if not voters:
            raise UserError("Nobody who may vote is present. Check people in first.")
        edit.add_all(
            Elector(poll_id=poll_id, person_id=person_id, sector=sector)
            for person_id, sector in voters
        )
        poll.state = OPEN
        poll.opened_at = database.now()
        return len(voters)


def close_poll(database: Database, poll_id: int) -> None:
    """End the vote. Nothing in the file tells any more in which order people voted."""
    with database.edit(f"Closed the poll “{_question(database, poll_id)}”", undoable=False) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != OPEN:
            raise UserError("This poll is not open.")
        poll.state = CLOSED
        poll.closed_at = database.now()
        if poll.secrecy != NAMED:
            _forget_order(edit, poll_id)
    database.settle()


def reopen_poll(database: Database, poll_id: int) -> None:
    """Let the same electorate go on voting.

    A secret or sector-only poll that has been revealed stays closed: the difference between two
    results would show what the late voters voted.
    """
    with database.edit(
        f"Reopened the poll “{_question(database, poll_id)}”", undoable=False
    ) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != CLOSED or poll.trashed_at is not None:
            raise UserError("Only a closed poll can be reopened.")
        if poll.revealed_at is not None and poll.secrecy != NAMED:
            raise UserError(
                "The room has seen this result, and one more paper would show who voted what. "
                "Hold another round instead."
            )
        poll.state = OPEN
        poll.closed_at = poll.revealed_at = None


def reveal_poll(database: Database, poll_id: int) -> None:
    """Let everybody see the result of a closed poll."""
    with database.edit(
        f"Revealed the poll “{_question(database, poll_id)}”", undoable=False
    ) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != CLOSED:
            raise UserError("Close the poll first, then reveal its result.")
        if poll.revealed_at is None:
            poll.revealed_at = database.now()


def repeat_poll(database: Database, poll_id: int, option_ids: Sequence[int] = ()) -> int:
    """Prepare another round with the same rule, on these options or on all; the new poll's id."""
    with database.edit(f"Prepared another round of “{_question(database, poll_id)}”") as edit:
        old = edit.get_one(Poll, poll_id)
        chosen = select(Option).where(Option.poll_id == poll_id).order_by(Option.place_in_order)
        options = [o for o in edit.scalars(chosen) if not option_ids or o.id in option_ids]
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


def _checked(plan: PollPlan) -> str:
    question = clean(plan.question)
    if not question:
        raise UserError("Write the question that the room is asked.")
    not_longer(
        question, LINE, lazy("Shorten the question to {longest} characters; it has {length}.")
    )
    if plan.method not in BY_KEY or plan.secrecy not in SECRECY_BY_KEY:
        raise ValueError(f"unknown method or secrecy in {plan}")
    if BY_KEY[plan.method].limited and not 1 <= plan.marks_each <= MOST_MARKS:
        raise UserError(f"Give everybody between 1 and {MOST_MARKS} dots.")
    if len(set(plan.option_ids)) < 2:
        raise UserError("Choose at least two options.")
    lowest, highest = SMALLEST_GROUP_RANGE
    if not lowest <= plan.smallest_group <= highest:
        raise UserError(f"The smallest group that is shown is between {lowest} and {highest}.")
    return question


def _fill(poll: Poll, plan: PollPlan) -> None:
    method = BY_KEY[plan.method]
    poll.question = clean(plan.question)
    poll.method = plan.method
    poll.marks_each = max(0, plan.marks_each)
    poll.stacking = plan.stacking and method.may_stack
    poll.secrecy = Secrecy(plan.secrecy)
    poll.subject = PollSubject(plan.subject)
    poll.smallest_group = plan.smallest_group


def _options(edit: Edit, session_id: int, poll_id: int, plan: PollPlan) -> list[Option]:
    titles = _titles(edit, session_id, plan.subject)
    chosen = list(dict.fromkeys(plan.option_ids))
    if not set(chosen) <= set(titles):
        raise UserError("One of the chosen options is gone from the board. Choose again.")
    ideas = plan.subject == "ideas"
    return [
        Option(
            poll_id=poll_id,
            place_in_order=place,
            title=shortened(titles[subject_id], TITLE_LENGTH),
            idea_id=subject_id if ideas else None,
            cluster_id=None if ideas else subject_id,
        )
        for place, subject_id in enumerate(chosen, start=1)
    ]


def _titles(edit: Edit, session_id: int, subject: Subject) -> dict[int, str]:
    if subject == "clusters":
        rows = edit.execute(
            select(Cluster.id, Cluster.name.label("title")).where(Cluster.session_id == session_id)
        )
    else:
        rows = edit.execute(
            select(Idea.id, Idea.text.label("title")).where(
                Idea.session_id == session_id, Idea.trashed_at.is_(None), Idea.parent_id.is_(None)
            )
        )
    return {row.id: row.title for row in rows}


def _present(edit: Edit, session_id: int) -> list[tuple[int, str]]:
    rows = edit.execute(
        select(Person.id, Organisation.sector)
        .join(Attendance, Attendance.person_id == Person.id)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(
            Attendance.session_id == session_id, Attendance.state == PRESENT, Attendance.may_vote
        )
        .order_by(Person.id)
    )
    return [(person_id, sector_of(sector)) for person_id, sector in rows]


def _forget_order(edit: Edit, poll_id: int) -> None:
    """Write the roll again in the order of people.

    A database page keeps its rows where they came in; beside the papers' page that would tell who
    cast which. The roll has no journal, so whole rows may go at once.
    """
    roll = RollEntry.__table__
    assert isinstance(roll, Table)
    mine = select(roll).where(roll.c.poll_id == poll_id)
    connection = edit.connection()
    connection.execute(
        text("CREATE TEMPORARY TABLE roll_again AS SELECT * FROM voter_roll LIMIT 0")
    )
    again = table("roll_again", *(column(each.name) for each in roll.c))
    names = [each.name for each in roll.c]
    connection.execute(again.insert().from_select(names, mine.order_by(roll.c.person_id)))
    connection.execute(roll.delete().where(roll.c.poll_id == poll_id))
    connection.execute(roll.insert().from_select(names, select(again).order_by(again.c.person_id)))
    connection.execute(text("DROP TABLE roll_again"))


def _question(database: Database, poll_id: int) -> str:
    with database.read() as session:
        return shortened(session.get_one(Poll, poll_id).question)
