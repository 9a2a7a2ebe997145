"""What is done with a poll while it is open, and to it after it: all of it is kept as a step.

Limits only rise: what somebody has cast stays valid.
"""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import select

from kdc_desktop.domain.kit.lengths import LINE, TEXT, not_longer
from kdc_desktop.domain.kit.text import on_one_line, shortened
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.states import PollEvent, PollState
from kdc_desktop.domain.polls.terms import PollSetting
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model.people import Person
from kdc_desktop.model.polls import Elector, Option, Poll, RollEntry
from kdc_desktop.services.polls.electors import electors_in, electors_now
from kdc_desktop.services.polls.questions import short_question
from kdc_desktop.services.polls.steps import note_step
from kdc_desktop.services.polls.urns import numbers_by_channel, voters_among
from kdc_desktop.storage import Database, Edit

MOST_MINUTES = 24 * 60


def pause_poll(database: Database, poll_id: int) -> None:
    """Take no papers until it goes on."""
    label = lazy("Paused the poll “{question}”", question=short_question(database, poll_id))
    with database.edit(label, undoable=False) as edit:
        poll = _open(edit, poll_id)
        if poll.paused_at is not None:
            raise UserError(_("This poll is paused already."))
        poll.paused_at = database.now()
        note_step(edit, poll_id, PollEvent.PAUSED, poll.paused_at)
        edit.tell_of(RollEntry, poll_id)


def let_go_on(database: Database, poll_id: int) -> None:
    """Take papers again."""
    label = lazy("Let the poll “{question}” go on", question=short_question(database, poll_id))
    with database.edit(label, undoable=False) as edit:
        poll = _open(edit, poll_id)
        if poll.paused_at is None:
            raise UserError(_("This poll is not paused."))
        poll.paused_at = None
        note_step(edit, poll_id, PollEvent.WENT_ON, database.now())
        edit.tell_of(RollEntry, poll_id)


def extend_poll(database: Database, poll_id: int, minutes: int) -> Instant:
    """Say when the vote is to end: in so many minutes, or so many later than was said; when.

    Nobody's vote is refused by the clock: it is the facilitator who closes the poll.
    """
    if not 1 <= minutes <= MOST_MINUTES:
        raise UserError(_("Choose between 1 and {most} minutes.", most=MOST_MINUTES))
    label = lazy("Gave the poll “{question}” more time", question=short_question(database, poll_id))
    with database.edit(label, undoable=False) as edit:
        poll, now = _open(edit, poll_id), database.now()
        since = now if poll.closes_at is None or poll.closes_at < now else poll.closes_at
        poll.closes_at = since + timedelta(minutes=minutes)
        note_step(edit, poll_id, PollEvent.EXTENDED, now, minutes)
        return poll.closes_at


def raise_marks(database: Database, poll_id: int, marks_each: int) -> None:
    """Give everybody more to give; 0 is no limit.

    Raises:
        UserError: it would be less than before, or the method knows no such number.
    """
    label = lazy("Raised the limit of “{question}”", question=short_question(database, poll_id))
    with database.edit(label, undoable=False) as edit:
        poll = _open(edit, poll_id)
        method = method_of(poll.method)
        if PollSetting.MARKS_EACH not in method.settings:
            raise UserError(_("Nobody has a number of marks here, so there is nothing to raise."))
        less = poll.marks_each == 0 or marks_each < 0 or 0 < marks_each <= poll.marks_each
        if less or (not marks_each and method.needs_marks_each):
            raise UserError(
                _(
                    "While people vote a limit only rises: choose more than {marks}.",
                    marks=poll.marks_each,
                )
            )
        if marks_each > method.most_marks:
            raise UserError(_("Give everybody at most {most}.", most=method.most_marks))
        poll.marks_each = marks_each
        note_step(edit, poll_id, PollEvent.RAISED, database.now(), marks_each)


def let_in(database: Database, poll_id: int, person_ids: Collection[int]) -> int:
    """Give a vote to those who came after it was opened, or who had been let go; how many.

    Raises:
        UserError: the poll is not open, or one of them is not here with a right to vote.
    """
    label = lazy(
        "Let late arrivals vote on “{question}”", question=short_question(database, poll_id)
    )
    with database.edit(label, undoable=False) as edit:
        poll = _open(edit, poll_id)
        known = edit.scalars(
            select(Elector).where(Elector.poll_id == poll_id, Elector.person_id.in_(person_ids))
        ).all()
        back = [one for one in known if one.gone]
        for elector in back:
            elector.gone = False
        fresh = set(person_ids) - {one.person_id for one in known}
        rows = electors_now(edit, poll, fresh)
        if len(rows) < len(fresh):
            raise UserError(_("Only who is here and may vote can be let in: check them in first."))
        edit.add_rows(Elector, [row | {"late": True} for row in rows])
        number = len(rows) + len(back)
        if number:
            note_step(edit, poll_id, PollEvent.LET_IN, database.now(), number)
            edit.tell_of(RollEntry, poll_id)
        return number


def let_leave(database: Database, poll_id: int, person_ids: Collection[int]) -> int:
    """Wait no longer for those who have gone without voting; how many.

    Raises:
        UserError: one of them has voted: what was cast stays; or without them there would be fewer
            votes than were given, by show of hands among them.
    """
    label = lazy(
        "Let people go who did not vote on “{question}”", question=short_question(database, poll_id)
    )
    with database.edit(label, undoable=False) as edit:
        poll = _open(edit, poll_id)
        voted = voters_among(edit, poll_id, person_ids)
        if voted:
            name = edit.get_one(Person, min(voted)).name
            raise UserError(_("{name} has voted, and that stays.", name=name))
        waiting = edit.scalars(
            select(Elector).where(
                Elector.poll_id == poll_id, Elector.person_id.in_(person_ids), ~Elector.gone
            )
        ).all()
        for elector in waiting:
            elector.gone = True
        edit.flush()
        see_that_hands_still_fit(edit, poll)
        if waiting:
            note_step(edit, poll_id, PollEvent.LEFT, database.now(), len(waiting))
            edit.tell_of(RollEntry, poll_id)
        return len(waiting)


def see_that_hands_still_fit(edit: Edit, poll: Poll) -> None:
    """Raise UserError where more took part, some by show of hands, than may vote by now."""
    papers = sum(numbers_by_channel(edit, poll.id).values())
    if poll.hands_people and papers + poll.hands_people > electors_in(edit, poll.id):
        raise UserError(
            _(
                "More have voted than would be left, by show of hands among them. Correct the show "
                "of hands first."
            )
        )


def ask_otherwise(database: Database, poll_id: int, question: str) -> None:
    """Change what a temperature asks, and what it is about, before anybody has answered.

    Raises:
        UserError: it is no temperature of one thing, or is answered, or nothing is asked.
    """
    asked = on_one_line(question)
    if not asked:
        raise UserError(_("Write the question that the room is asked."))
    not_longer(
        asked, LINE, fillable("Shorten the question to {longest} characters; it has {length}.")
    )
    label = lazy("Changed the question to “{question}”", question=shortened(asked))
    with database.edit(label, undoable=False) as edit:
        poll = _open(edit, poll_id)
        options = edit.scalars(select(Option).where(Option.poll_id == poll_id)).all()
        if method_of(poll.method).decides or len(options) != 1:
            raise UserError(_("Only a temperature can be asked otherwise once it is open."))
        if poll.hands_people or sum(numbers_by_channel(edit, poll_id).values()):
            raise UserError(
                _("Some have answered this question. Take the temperature again to ask another.")
            )
        poll.question = options[0].title = asked


def void_poll(database: Database, poll_id: int, reason: str) -> None:
    """Say that an announced result does not hold, and why; nothing of it is erased."""
    why = on_one_line(reason)
    if not why:
        raise UserError(_("Say why this result does not hold: it is kept beside it."))
    not_longer(why, TEXT, fillable("Shorten the reason to {longest} characters; it has {length}."))
    label = lazy("Declared the poll “{question}” void", question=short_question(database, poll_id))
    with database.edit(label, undoable=False) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.revealed_at is None:
            raise UserError(_("Only a result that was announced can be void. Close or discard it."))
        if poll.voided_at is not None:
            raise UserError(_("This poll is void already."))
        poll.voided_at = database.now()
        note_step(edit, poll_id, PollEvent.VOIDED, poll.voided_at, reason=why)


def _open(edit: Edit, poll_id: int) -> Poll:
    poll = edit.get_one(Poll, poll_id)
    if poll.state != PollState.OPEN or poll.trashed_at is not None:
        raise UserError(_("This poll is not open."))
    return poll
