"""Suggested consortia: what the solver is asked, and taking its answer over."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from kdc_desktop.domain.consortia.broken import BrokenRule, broken_rules
from kdc_desktop.domain.consortia.fitting import Problem, Suggestion
from kdc_desktop.domain.consortia.suggest import alternatives
from kdc_desktop.domain.consortia.suggest_greedy import still_holds
from kdc_desktop.domain.consortia.suggest_plan import make_plan
from kdc_desktop.domain.consortia.suggest_rules import RuleKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, nfillable, ngettext
from kdc_desktop.services.consortia.binding import bonds_in
from kdc_desktop.services.consortia.changed import CHANGED_SINCE, forget_changed
from kdc_desktop.services.consortia.forming import new_consortia
from kdc_desktop.services.consortia.placing import place_people
from kdc_desktop.services.consortia.questions import overview, read_overview
from kdc_desktop.services.consortia.represented import join_where_they_want
from kdc_desktop.services.consortia.rows import Overview
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.services.consortia.wanted import Wanted, default_wanted
from kdc_desktop.storage import Database, Snapshot

COUNT = 3
_PLACED = nfillable("Placed {count} person in consortia", "Placed {count} people in consortia")
MOST_BROKEN = 6  # rules that are told
# Of people, and the seconds that a search for so many may take; between them it is in proportion.
SMALL_EVENING, LARGE_EVENING = (300, 5.0), (1_000, 30.0)


def problem_of(
    database: Database,
    session_id: int,
    trails: Sequence[ConsortiumTrail],
    wanted: Wanted | None = None,
) -> Problem:
    """Who is to be placed where: those present, their wishes, the pins, the sizes.

    Held like pinned people are those who left, whose consortium was let go, or whose organisation
    has taken a position already.

    Raises:
        UserError: there is no winner or nobody to place.
    """
    with database.read() as snapshot:
        problem = bound_problem(snapshot, session_id, trails, wanted)
    if not problem.groups:
        raise UserError(_("Mark winners first: each consortium forms around one."))
    if not problem.candidates:
        raise UserError(_("Nobody is present yet: check people in first."))
    return problem


def bound_problem(
    snapshot: Snapshot,
    session_id: int,
    trails: Sequence[ConsortiumTrail],
    wanted: Wanted | None,
    seen: Overview | None = None,
) -> Problem:
    """What a suggestion is asked, with all that binds people; of what is `seen` already, if so."""
    seen = seen or read_overview(snapshot, session_id, trails, wanted)
    return replace(seen.problem, bonds=bonds_in(snapshot, session_id, seen))


def seconds_for(people: int) -> float:
    """How long a search may take in which so many people are placed."""
    share = (people - SMALL_EVENING[0]) / (LARGE_EVENING[0] - SMALL_EVENING[0])
    return SMALL_EVENING[1] + min(1.0, max(0.0, share)) * (LARGE_EVENING[1] - SMALL_EVENING[1])


def find_suggestions(
    problem: Problem,
    last: Sequence[Suggestion] = (),
    *,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[float], object] = lambda _share: None,
    found: Callable[[tuple[Suggestion, ...]], object] = lambda _suggestions: None,
) -> tuple[Suggestion, ...]:
    """Up to three suggestions, the best first, within `seconds_for` as many; for a job.

    Args:
        last: what was suggested before; the first suggestion is no worse than what of it may be.
        found: told what there is so far: a quick answer at once, then each better one.
    """
    return alternatives(
        problem,
        COUNT,
        seconds_for(len(problem.candidates)),
        last=[one.placed for one in last],
        cancelled=cancelled,
        progress=progress,
        found=found,
    )


def apply_suggestion(
    database: Database,
    session_id: int,
    placed: Mapping[int, int],
    trails: Sequence[ConsortiumTrail],
    wanted: Wanted | None = None,
    *,
    changed_by_hand: bool = False,
    although: Collection[BrokenRule] = (),
) -> None:
    """Place people as suggested, in one step; who is not in `placed` waits.

    Consortia and members are made where needed; an organisation of which nobody sits where it
    wants to be is a member of what it wants most. Who was pinned or is held since stays.

    Args:
        placed: person ids to winner ids.
        wanted: sizes and sectors of new ones. `changed_by_hand`: it is none any more then.
        although: rules that it breaks by now, and is used all the same: see `broken_now`.

    Raises:
        UserError: nobody is placed, a winner or person has gone, or another rule is broken.
    """
    _refuse_nobody(placed)
    written, seen = database.written, overview(database, session_id, trails, wanted)
    now, changed = database.now(), _changed(seen, placed, wanted, although)
    sizes, there = wanted or default_wanted(seen.people, seen.winners), set(placed.values())
    with database.edit(_PLACED) as edit:
        if database.written != written:
            seen = read_overview(edit, session_id, trails, wanted)
            changed = _changed(seen, placed, wanted, although)
        here = new_consortia(edit, session_id, there, sizes, now)
        if not here.keys() >= there:
            raise UserError(str(CHANGED_SINCE))
        targets = {one: here[to] if to is not None else None for one, to in changed.items()}
        edit.count = len(targets) - [*targets.values()].count(None)
        place_people(edit, session_id, targets, now, trails)
        join_where_they_want(edit, session_id, seen.problem.candidates, placed, here, now)
        if changed_by_hand:
            forget_changed(edit, session_id)


def broken_now(
    seen: Overview, placed: Mapping[int, int], wanted: Wanted | None
) -> tuple[BrokenRule, ...]:
    """The rules that people `placed` so would break by what is seen.

    A size that nobody has said yet is no rule: it goes by how many are here.
    """

    def was_said(rule: BrokenRule) -> bool:
        match rule.kind:
            case RuleKind.LARGEST:
                return wanted is not None or rule.winner_id in seen.settled
            case RuleKind.PER_ORGANISATION:
                return wanted is not None
        return True

    return tuple(rule for rule in broken_rules(seen.problem, placed) if was_said(rule))


def breaks_text(broken: Sequence[BrokenRule]) -> str:
    """What a suggestion breaks, a line for each rule."""
    told = [rule.sentence for rule in broken[:MOST_BROKEN]]
    if len(broken) > MOST_BROKEN:
        more = len(broken) - MOST_BROKEN
        told.append(ngettext("And {count} more.", "And {count} more.", more))
    lead = _("This goes against what holds by now. Suggest again, or change it by hand.")
    return "\n".join((lead, *told))


def _refuse_nobody(placed: Mapping[int, int]) -> None:
    if not placed:
        raise UserError(_("This suggestion places nobody: lower the smallest size and try again."))


def _changed(
    seen: Overview,
    placed: Mapping[int, int],
    sizes: Wanted | None,
    although: Collection[BrokenRule],
) -> dict[int, int | None]:
    """Who is elsewhere afterwards: the winner of their consortium, or None for waiting."""
    known = {one.person_id for one in seen.problem.candidates}
    if not set(placed) <= known:
        raise UserError(str(CHANGED_SINCE))
    wanted = {**placed, **seen.problem.pinned}
    broken = [rule for rule in broken_now(seen, wanted, sizes) if rule not in although]
    if broken:
        raise UserError(breaks_text(broken))
    if wanted != placed and not although and not still_holds(make_plan(seen.problem), wanted):
        raise UserError(str(CHANGED_SINCE))
    changed = {
        person_id: wanted.get(person_id)
        for person_id in known
        if wanted.get(person_id) != seen.placed.get(person_id)
    }
    if wanted != placed and not changed:
        raise UserError(str(CHANGED_SINCE))
    return changed
