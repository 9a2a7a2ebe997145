"""The life of a consortium as steps of the chain of an idea: formed, taken up, vision, promises."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import func, select

from kdc_desktop.domain.consortia.rings import STATE_RINGS
from kdc_desktop.domain.consortia.states import OVER
from kdc_desktop.domain.consortia.steps import STATE_ENTRIES, STATE_WORDS
from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.gains.sums import that_counts
from kdc_desktop.domain.kit.rings import WAITING, Ring, RingSign, RingTone
from kdc_desktop.domain.obstacles.kinds import KIND_WORDS
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.i18n import Text, date_text, lazy, nlazy
from kdc_desktop.instants import Instant, Zone, day_of
from kdc_desktop.model.consortia import Consortium, ConsortiumStep, Member, TakenUp
from kdc_desktop.model.sessions import Session
from kdc_desktop.model.visions import Commitment, Reading, Vision
from kdc_desktop.services.chains.rows import ChainStep, GroupNow, StepKind, StepPlace
from kdc_desktop.services.chains.words import gain_words
from kdc_desktop.services.consortia.club_rows import BuyIn
from kdc_desktop.services.gains.questions import gains_of
from kdc_desktop.services.obstacles.questions import obstacles_of
from kdc_desktop.services.visions.badges import shared_by
from kdc_desktop.services.visions.named import NAMES, called, with_names
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick, listed, one_of

_DONE = Ring(1.0, RingSign.DONE, RingTone.GOOD)
_GOING = Ring(1.0, RingSign.NONE, RingTone.GOING)
_QUIET = Ring(1.0, RingSign.NONE, RingTone.QUIET)
_TO_COME = Ring(0.0, RingSign.BEGINS, RingTone.QUIET)
_NOTHING = Text.plain("")

_FORMED = Quick(
    select(Consortium.id, Consortium.created_at, Session.title)
    .outerjoin(Session, Session.id == Consortium.session_id)
    .where(one_of(Consortium.id, "groups"))
)
_TAKEN_UP = Quick(
    select(TakenUp.consortium_id, Session.id, Session.title, Session.starts_at)
    .join(Session, Session.id == TakenUp.session_id)
    .where(one_of(TakenUp.consortium_id, "groups"), Session.trashed_at.is_(None))
)
_STATES = Quick(
    select(
        ConsortiumStep.consortium_id,
        ConsortiumStep.state,
        ConsortiumStep.at,
        ConsortiumStep.said_by,
        ConsortiumStep.note,
    )
    .where(one_of(ConsortiumStep.consortium_id, "groups"))
    .order_by(ConsortiumStep.at, ConsortiumStep.id)
)
_READ = select(func.count()).where(Reading.vision_id == Vision.id).correlate(Vision)
_VERSIONS = Quick(
    select(
        Vision.consortium_id,
        Vision.id,
        Vision.number,
        Vision.text,
        Vision.created_at,
        _READ.scalar_subquery(),
    )
    .where(one_of(Vision.consortium_id, "groups"))
    .order_by(Vision.number)
)
_PROMISES = Quick(
    with_names(
        select(
            Member.consortium_id,
            Commitment.id,
            Commitment.what,
            Commitment.due_on,
            Commitment.done_at,
            *NAMES,
        ).join(Member, Member.id == Commitment.member_id)
    )
    .where(one_of(Member.consortium_id, "groups"))
    .order_by(Commitment.id)
)


class _Asked(NamedTuple):
    """Of which consortia, and by whose clock."""

    snapshot: Snapshot
    groups: Mapping[int, GroupNow]
    today: date
    zone: Zone

    def rows(self, question: Quick) -> list[tuple[Any, ...]]:
        return question.rows(self.snapshot, groups=listed(self.groups))

    def day(self, at: Instant) -> date:
        return day_of(at, self.zone)


def group_steps(
    snapshot: Snapshot, groups: Sequence[GroupNow], now: Instant, zone: Zone
) -> list[ChainStep]:
    """The steps of these consortia, one consortium after the other, each in the order of time."""
    if not groups:
        return []
    asked = _Asked(snapshot, {one.id: one for one in groups}, day_of(now, zone), zone)
    buy_in = shared_by(snapshot, list(asked.groups))
    found: dict[int, list[ChainStep]] = {one.id: [] for one in groups}
    for part in (
        _formed(asked),
        _taken_up(asked),
        _states(asked),
        _versions(asked, buy_in),
        _promises(asked),
        _obstacles(asked, now),
        _gains(asked),
    ):
        for consortium_id, step in part:
            found[consortium_id].append(step)
    return [step for one in groups for step in sorted(found[one.id], key=_in_time)]


def _in_time(step: ChainStep) -> tuple[bool, date, int]:
    """Formed first; what has no day comes last."""
    is_first = step.stop.kind is StepKind.FORMED
    return step.on is None, date.min if is_first else step.on or date.max, step.stop.kind.value


def _formed(asked: _Asked) -> Iterator[tuple[int, ChainStep]]:
    for key, created_at, title in asked.rows(_FORMED):
        group = asked.groups[key]
        told = lazy("Formed in “{session}”.", session=title) if title else _NOTHING
        yield (
            key,
            ChainStep(
                StepPlace(StepKind.FORMED, key),
                lazy("Consortium"),
                group.name,
                asked.day(created_at),
                STATE_WORDS[group.state],
                told,
                STATE_RINGS[group.state],
            ),
        )


def _taken_up(asked: _Asked) -> Iterator[tuple[int, ChainStep]]:
    for key, session_id, title, starts_at in asked.rows(_TAKEN_UP):
        stop = StepPlace(StepKind.TAKEN_UP, key, session_id)
        label = lazy("Taken up again")
        yield key, ChainStep(stop, label, title, starts_at.date(), _NOTHING, _NOTHING, _QUIET)


def _states(asked: _Asked) -> Iterator[tuple[int, ChainStep]]:
    for key, state, at, said_by, note in asked.rows(_STATES):
        told = lazy("Said by {person}.", person=said_by) if said_by else _NOTHING
        stop, label = StepPlace(StepKind.STATE, key), STATE_ENTRIES[state]
        yield key, ChainStep(stop, label, note, asked.day(at), _NOTHING, told, STATE_RINGS[state])


def _versions(asked: _Asked, buy_in: Mapping[int, BuyIn]) -> Iterator[tuple[int, ChainStep]]:
    for key, _vision_id, number, text, at, readings in asked.rows(_VERSIONS):
        is_last = number == asked.groups[key].version_number
        told = nlazy(
            "{count} member has said what it means for them.",
            "{count} members have said what it means for them.",
            readings,
        )
        yield (
            key,
            ChainStep(
                StepPlace(StepKind.VERSION, key),
                lazy("Vision, version {number}", number=number),
                text,
                asked.day(at),
                shared_words(buy_in[key]) if is_last and key in buy_in else _NOTHING,
                told if readings else _NOTHING,
                _GOING,
            ),
        )


def shared_words(buy_in: BuyIn) -> Text:
    """How many of its members are at the agreed level; what was not revealed is not told."""
    if not buy_in.asked:
        return lazy("nobody to ask")
    if buy_in.is_being_asked:
        return lazy("being asked")
    if not buy_in.answered:
        return lazy("not asked")
    return nlazy(
        "{agreed} of {count} agrees",
        "{agreed} of {count} agree",
        buy_in.asked,
        agreed=buy_in.agreed,
    )


def _promises(asked: _Asked) -> Iterator[tuple[int, ChainStep]]:
    for key, _promise_id, what, due_on, done_at, *names in asked.rows(_PROMISES):
        is_over = asked.groups[key].state in OVER
        done = None if done_at is None else asked.day(done_at)
        state, ring = _kept(done is not None, due_on, asked.today, is_over=is_over)
        member = called(*names)
        told = lazy("By {member}.", member=member) if member else _NOTHING
        stop, label = StepPlace(StepKind.PROMISE, key), lazy("Commitment")
        yield key, ChainStep(stop, label, what, done or due_on, state, told, ring)


def _obstacles(asked: _Asked, now: Instant) -> Iterator[tuple[int, ChainStep]]:
    """What holds a consortium back, and what did so."""
    held = obstacles_of(asked.snapshot, list(asked.groups), now, asked.zone, solved=True)
    for key, rows in held.items():
        for row in rows:
            state, ring = lazy("open"), WAITING
            if row.solved_on is not None:
                state, ring = lazy("solved on {day}", day=date_text(row.solved_on)), _DONE
            elif row.is_over:
                state, ring = lazy("expected no more"), _QUIET
            told = lazy("Next: {step}.", step=row.next_step) if row.next_step else _NOTHING
            stop, label = StepPlace(StepKind.OBSTACLE, key), _held_by(row.kind)
            yield key, ChainStep(stop, label, row.text, row.raised_on, state, told, ring)


def _gains(asked: _Asked) -> Iterator[tuple[int, ChainStep]]:
    """What it gives back: what counts of all that was said of that."""
    for key, rows in gains_of(asked.snapshot, list(asked.groups)).items():
        if (row := that_counts(rows)) is not None:
            stop, on = StepPlace(StepKind.GAIN, key), asked.day(row.at)
            label, ring = lazy("Given back"), _DONE if row.way is GainWay.MEASURED else _TO_COME
            yield key, ChainStep(stop, label, row.note, on, gain_words(row), _NOTHING, ring)


def _held_by(kind: ObstacleKind) -> Text:
    return lazy("Held back by: {kind}", kind=KIND_WORDS[kind])


def _kept(done: bool, due_on: date | None, today: date, *, is_over: bool) -> tuple[Text, Ring]:
    if done:
        return lazy("kept"), _DONE
    if is_over:
        return lazy("expected no more"), _QUIET
    if due_on is not None and due_on < today:
        return lazy("late"), WAITING
    return lazy("to come"), _TO_COME
