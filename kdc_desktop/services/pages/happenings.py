"""What happened in an evening, in sentences and in its order, as far as everybody may know it."""

from collections.abc import Iterator

from sqlalchemy import func, select

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.consortia.steps import STATE_WORDS
from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.domain.polls.hiding import ToldPart
from kdc_desktop.i18n import (
    _,
    date_text,
    listed,
    listed_and,
    ngettext,
    number_text,
    paired,
    quoted,
    sentences,
)
from kdc_desktop.model.board import Idea
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.sessions import Stage
from kdc_desktop.model.visions import Commitment, Vision
from kdc_desktop.services.consortia.life_sheets import steps_in
from kdc_desktop.services.consortia.member_sheets import leavings_in
from kdc_desktop.services.pages.asked_then import asked_told, askings_of
from kdc_desktop.services.pages.evenings import is_taken_up, of_the_evening
from kdc_desktop.services.pages.happening import Happening
from kdc_desktop.services.pages.obstacles_told import obstacles_told
from kdc_desktop.services.pages.offers import matches_told
from kdc_desktop.services.pages.record import Record, poll_names
from kdc_desktop.services.pages.vote_words import (
    all_taken,
    counted_as,
    has_votes,
    has_won,
    not_shown,
    rest_told,
    was_asked,
)
from kdc_desktop.services.polls.parts_told import detail_of, judged_by
from kdc_desktop.services.polls.result_told import in_sentences, what_became_of_it
from kdc_desktop.services.polls.rows import PollResult, ResultRow


def happenings(record: Record) -> list[Happening]:
    """All of the evening, the first one first."""
    told = (
        *_votes(record),
        *_groups(record),
        *_steps(record),
        *_leavings(record),
        *_visions(record),
        *_promises(record),
        *_kept(record),
        *obstacles_told(record),
        *matches_told(record),
    )
    return sorted(told, key=lambda one: one.at)


def ideas_written(record: Record, stage: Stage) -> str:
    """How many ideas came in while a stage ran, in a sentence; empty for none."""
    until = stage.ended_at or record.source.now
    count = record.snapshot.scalar(
        select(func.count()).where(
            Idea.session_id == record.session.id,
            Idea.trashed_at.is_(None),
            Idea.created_at >= stage.started_at,
            Idea.created_at < until,
        )
    )
    if not count:
        return ""
    return ngettext("{count} idea was written.", "{count} ideas were written.", count)


def _votes(record: Record) -> Iterator[Happening]:
    shown = {found.poll.id: found for found in record.results}
    for poll in record.asked:
        if poll.id in shown:
            found = shown[poll.id]
            at = found.poll.revealed_at or record.source.now
            yield Happening(at, result_told(was_asked(poll_names(record), poll), found))
        elif poll.opened_at is not None:
            yield Happening(poll.opened_at, not_shown(poll_names(record), poll))


def result_told(asked: str, found: PollResult) -> str:
    """What was asked, how many voted, what came first, and whether that holds."""
    first = [row for row in found.rows if row.rank == 1 and row.place]
    voted = f"{found.turnout.voted_line}." if found.turnout.voted else _("Nobody voted.")
    told = [asked, *what_became_of_it(found), voted]
    if found.too_few:
        told.append(found.rule)
    elif found.turnout.voted:
        told += [*_outcome(found, first), counted_as(found), judged_by(found)]
        shown = [row for row in found.rows if has_won(found, row) or row in first]
        told += [detail_of(found, row) for row in shown]
        told += [_by_sector(found, row) for row in shown]
    won = [row.title for row in found.rows if has_won(found, row)]
    if won:
        told.append(_("Taken further: {names}.", names=listed_and(map(_quoted, won))))
    return sentences((*told, all_taken(found)))


def _outcome(found: PollResult, first: list[ResultRow]) -> tuple[str, ...]:
    if has_votes(found) and first and first[0].told is ToldPart.NUMBER and first[0].has_votes:
        return (_came_first(first),)
    said = in_sentences(found)
    rounds = (one.words for one in found.rounds)
    return (said.outcome, said.close, *said.ties, *said.remarks, *rounds)


def _came_first(first: list[ResultRow]) -> str:
    names = listed_and(_quoted(row.title) for row in first)
    votes = int(first[0].value or 0)
    if len(first) > 1:
        return ngettext(
            "{names} came first, with {count} vote each.",
            "{names} came first, with {count} votes each.",
            votes,
            names=names,
        )
    return ngettext(
        "{names} came first, with {count} vote.",
        "{names} came first, with {count} votes.",
        votes,
        names=names,
    )


def _by_sector(found: PollResult, row: ResultRow) -> str:
    """What each sector gave, as far as everybody may see it; empty where nothing is by sector."""
    levels = bool(found.poll.kind.levels(found.terms))
    given = [
        paired(
            name_of(one.sector), quoted(one.written) if levels and not one.nearly else one.written
        )
        for one in row.shares
        if one.written
    ]
    if not given:
        return ""
    if not has_votes(found):
        return _("“{title}” by sector: {sectors}.", title=row.title, sectors=listed(given))
    rest = [rest_told(found, number_text(int(row.rest)))]
    told = listed([*given, *(rest if row.rest else [])])
    return _("“{title}” has its votes from: {sectors}.", title=row.title, sectors=told)


def _quoted(title: str) -> str:
    return _("“{title}”", title=title)


def _groups(record: Record) -> Iterator[Happening]:
    said = {(step.consortium_id, step.at) for step in record.source.once(steps_in)}
    for group in record.book.consortia.values():
        if not is_taken_up(record, group):
            formed = _("The consortium “{name}” was formed.", name=group.name)
            yield Happening(group.created_at, formed)
        at = group.let_go_at
        if at is not None and (group.id, at) not in said and of_the_evening(record, group, at):
            yield Happening(at, _let_go(group))
        for asking in askings_of(record, group):
            yield Happening(asking.revealed_at or asking.opened_at, asked_told(record, asking))


def _steps(record: Record) -> Iterator[Happening]:
    """What was said of the state of a consortium."""
    for step in record.source.once(steps_in):
        group = record.book.consortia[step.consortium_id]
        if not of_the_evening(record, group, step.at):
            continue
        told = _("“{name}” is {state} now.", name=group.name, state=STATE_WORDS[step.state])
        is_let_go = step.state is ConsortiumState.LET_GO
        yield Happening(step.at, _let_go(group) if is_let_go else told)


def _let_go(group: Consortium) -> str:
    return _("The consortium “{name}” was let go.", name=group.name)


def _leavings(record: Record) -> Iterator[Happening]:
    members = record.book.members
    for left in record.source.once(leavings_in):
        note = members[left.member_id]
        if not of_the_evening(record, note.consortium, left.left_at):
            continue
        told = _("{name} left “{group}”.", name=note.name, group=note.consortium.name)
        if left.handed_to_id is not None:
            told = _(
                "{name} left “{group}”, and handed over to {heir}.",
                name=note.name,
                group=note.consortium.name,
                heir=members[left.handed_to_id].name,
            )
        yield Happening(left.left_at, told)


def _visions(record: Record) -> Iterator[Happening]:
    groups = record.book.consortia
    for vision in record.snapshot.scalars(
        select(Vision).where(Vision.consortium_id.in_(list(groups))).order_by(Vision.id)
    ):
        group = groups[vision.consortium_id]
        if not of_the_evening(record, group, vision.created_at):
            continue
        told = _(
            "“{name}” wrote version {version} of its vision.",
            name=group.name,
            version=vision.number,
        )
        yield Happening(vision.created_at, told)


def _promises(record: Record) -> Iterator[Happening]:
    members = record.book.members
    for one in record.snapshot.scalars(
        select(Commitment).where(Commitment.member_id.in_(list(members))).order_by(Commitment.id)
    ):
        who = members[one.member_id].name
        if not of_the_evening(record, members[one.member_id].consortium, one.created_at):
            continue
        if one.due_on is None:
            told = _("{who} promised: {what}.", who=who, what=one.what.rstrip("."))
        else:
            told = _(
                "{who} promised, by {day}: {what}.",
                who=who,
                day=date_text(one.due_on),
                what=one.what.rstrip("."),
            )
        yield Happening(one.created_at, told)


def _kept(record: Record) -> Iterator[Happening]:
    for one in record.promises:
        group = record.book.members[one.member_id].consortium
        if one.done_at is not None and of_the_evening(record, group, one.done_at):
            told = _("{who} kept its promise: {what}.", who=one.member, what=one.what.rstrip("."))
            yield Happening(one.done_at, told)
