"""The steps of a consortium from state to state, each with its time and who said so."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from kdc_desktop.domain.consortia.states import (
    ConsortiumState,
    by_itself_since,
    state_of,
    without_the_club_since,
)
from kdc_desktop.domain.consortia.steps import (
    STATE_WORDS,
    StepFault,
    fault_of_step,
)
from kdc_desktop.domain.kit.lengths import LINE, TEXT, not_longer
from kdc_desktop.domain.kit.text import on_one_line, trimmed
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, date_text, fillable, lazy
from kdc_desktop.instants import Instant, day_of
from kdc_desktop.model.consortia import Consortium, ConsortiumStep, Member
from kdc_desktop.services.consortia.leaving import has_left
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.storage import Database, Edit, Snapshot

_LONG_NAME = fillable("Shorten who said it to {longest} characters; it has {length}.")
_LONG_NOTE = fillable("Shorten the note to {longest} characters; it has {length}.")


@dataclass(frozen=True)
class StateRow:
    """A state that a consortium came to; without `said_by` and note where it only shows.

    `by_itself_since` is where it goes on by itself now: since when.
    """

    state: ConsortiumState
    at: Instant
    said_by: str = ""
    note: str = ""
    by_itself_since: Instant | None = None


def say_state(
    database: Database,
    consortium_id: int,
    state: ConsortiumState,
    said_by: str = "",
    note: str = "",
    trails: Sequence[ConsortiumTrail] = (),
) -> None:
    """Say how far a consortium is, by whom it was said, and what there is to note about it.

    Going back is possible, such as from stopped to running: every step stays known.

    Args:
        trails: what the nouns above keep of consortia; without them it may have a vision or not.

    Raises:
        UserError: it is there already, or cannot be yet: why.
    """
    said_by, note = checked_words(said_by, note)
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
    with database.edit(_label(name, state)) as edit:
        before = states_in(edit, [consortium_id], _with_vision(edit, consortium_id, trails))
        _check(edit, consortium_id, before[consortium_id], state, trails)
        add_step(edit, consortium_id, state, database.now(), said_by, note)


def checked_words(said_by: str, note: str) -> tuple[str, str]:
    """Who said something and what there is to note, as they are kept.

    Raises:
        UserError: one of them is too long.
    """
    return (
        not_longer(on_one_line(said_by), LINE, _LONG_NAME),
        not_longer(trimmed(note), TEXT, _LONG_NOTE),
    )


def add_step(
    edit: Edit,
    consortium_id: int,
    state: ConsortiumState,
    now: Instant,
    said_by: str = "",
    note: str = "",
) -> None:
    """Keep a step inside an edit; whether the club still works on it follows from it."""
    step = ConsortiumStep(
        consortium_id=consortium_id, state=state, at=now, said_by=said_by, note=note
    )
    edit.add(step)
    consortium = edit.get_one(Consortium, consortium_id)
    consortium.let_go_at = without_the_club_since(consortium.let_go_at, state, now)


def steps_of(database: Database, consortium_id: int) -> list[StateRow]:
    """Every step that was said, the newest first."""
    with database.read() as snapshot:
        found = snapshot.scalars(
            select(ConsortiumStep)
            .where(ConsortiumStep.consortium_id == consortium_id)
            .order_by(ConsortiumStep.at.desc(), ConsortiumStep.id.desc())
        )
        return [StateRow(step.state, step.at, step.said_by, step.note) for step in found]


def states_in(
    snapshot: Snapshot,
    consortium_ids: Collection[int],
    with_vision: Collection[int],
    until: Instant | None = None,
) -> dict[int, StateRow]:
    """The state of each of these consortia, and since when.

    Args:
        with_vision: those of them that have a vision, which is a noun above.
        until: as it was then; None is now.
    """
    steps = select(ConsortiumStep).where(ConsortiumStep.consortium_id.in_(consortium_ids))
    if until is not None:
        steps = steps.where(ConsortiumStep.at <= until)
    said: dict[int, list[ConsortiumStep]] = {}
    for step in snapshot.scalars(steps.order_by(ConsortiumStep.at, ConsortiumStep.id)):
        said.setdefault(step.consortium_id, []).append(step)
    rows = select(Consortium.id, Consortium.created_at, Consortium.let_go_at)
    found = snapshot.execute(rows.where(Consortium.id.in_(consortium_ids)))
    return {
        key: _row(
            said.get(key, []),
            created_at,
            let_go_at if until is None or (let_go_at and let_go_at <= until) else None,
            has_vision=key in with_vision,
        )
        for key, created_at, let_go_at in found
    }


def _row(
    steps: list[ConsortiumStep],
    created_at: Instant,
    let_go_at: Instant | None,
    *,
    has_vision: bool,
) -> StateRow:
    step = steps[-1] if steps else None
    said = step.state if step is not None else None
    state = state_of(said, let_go=let_go_at is not None, has_vision=has_vision)
    gone_on = by_itself_since(((one.state, one.at) for one in steps), let_go_at)
    if step is not None and state is step.state:
        return StateRow(state, step.at, step.said_by, step.note, gone_on)
    return StateRow(state, gone_on or created_at, by_itself_since=gone_on)


def _with_vision(
    snapshot: Snapshot, consortium_id: int, trails: Sequence[ConsortiumTrail]
) -> set[int]:
    return {key for trail in trails for key in trail.consortia(snapshot, [consortium_id])}


def _check(
    edit: Edit,
    consortium_id: int,
    before: StateRow,
    state: ConsortiumState,
    trails: Sequence[ConsortiumTrail],
) -> None:
    has_vision = bool(_with_vision(edit, consortium_id, trails))
    fault = fault_of_step(
        before.state,
        state,
        has_vision=has_vision or (not trails and state is ConsortiumState.READY),
        has_members=_members(edit, consortium_id) > 0,
    )
    if fault is not None:
        name = edit.get_one(Consortium, consortium_id).name
        raise UserError(_refusal(edit, fault, name, before))


def _members(snapshot: Snapshot, consortium_id: int) -> int:
    inside = select(func.count()).where(Member.consortium_id == consortium_id, ~has_left(Member.id))
    return snapshot.scalar(inside) or 0


def _refusal(edit: Edit, fault: StepFault, name: str, before: StateRow) -> str:
    match fault:
        case StepFault.SAME:
            return _(
                "{consortium} is {state} already, since {day}. Choose another state.",
                consortium=name,
                state=str(STATE_WORDS[before.state]),
                day=date_text(day_of(before.at, club_zone(edit))),
            )
        case StepFault.NO_VISION:
            return _(
                "{consortium} has no vision yet, so nobody can be ready with it. Write one first.",
                consortium=name,
            )
        case StepFault.HAS_VISION:
            return _(
                "{consortium} has a vision already, so it is further than forming. "
                "Say that it is visioning.",
                consortium=name,
            )
        case StepFault.NEVER_BEGUN:
            return _(
                "{consortium} has never run, so it cannot have ended. Say that it stopped.",
                consortium=name,
            )
        case StepFault.NOBODY_IN:
            return _("Nobody is in {consortium}. Add a member first.", consortium=name)


def _label(name: str, state: ConsortiumState) -> Text:
    match state:
        case ConsortiumState.FORMING:
            return lazy("{consortium} is forming", consortium=name)
        case ConsortiumState.VISIONING:
            return lazy("{consortium} works on its vision", consortium=name)
        case ConsortiumState.READY:
            return lazy("{consortium} is ready", consortium=name)
        case ConsortiumState.LET_GO:
            return lazy("Let {consortium} go", consortium=name)
        case ConsortiumState.RUNNING:
            return lazy("{consortium} is running", consortium=name)
        case ConsortiumState.ENDED:
            return lazy("{consortium} has ended", consortium=name)
        case ConsortiumState.STOPPED:
            return lazy("{consortium} has stopped", consortium=name)
