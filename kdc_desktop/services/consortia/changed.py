"""A suggestion that was changed by hand: kept in the file, and nobody is placed by it yet."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from kdc_desktop.domain.consortia.fitting import Problem
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, lazy
from kdc_desktop.model.club import Setting
from kdc_desktop.model.people import Person
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.club.settings import keep_setting, setting
from kdc_desktop.services.consortia.rows import Overview
from kdc_desktop.storage import Database, Edit

CHANGED_SINCE = lazy("People or winners have changed since. Suggest again.")


def changed_suggestion(
    database: Database, session_id: int, problem: Problem
) -> dict[int, int] | None:
    """Who is placed where (person ids to winner ids) in it; None where there is none.

    Whoever has gone since is left out, and who is pinned is where they are.
    """
    said = _said(setting(database, _name(session_id), []))
    people = {one.person_id for one in problem.candidates}
    winners = {group.winner_id for group in problem.groups}
    there = {one: to for one, to in said.items() if one in people and to in winners}
    return {**there, **problem.pinned} if there else None


def move_in_suggestion(
    database: Database,
    session_id: int,
    seen: Overview,
    person_ids: Collection[int],
    winner_id: int | None,
    *,
    changed_by_hand: bool = False,
) -> None:
    """Move people in the suggestion that is `seen`, to the group of a winner or to waiting (None).

    It is kept as a suggestion that was changed by hand, in place of one kept before; undo brings
    that back. Where what is seen is the one kept (`changed_by_hand`), it is moved in that as it is
    now.

    Raises:
        UserError: nobody is meant, one of them stays where they are, or one of them or the winner
            has gone.
    """
    names = {one.person_id: one.organisation or one.name for one in seen.problem.candidates}
    if not person_ids:
        raise UserError(_("Nobody of this member is here. Use the suggestion first, then move it."))
    if not names.keys() >= set(person_ids):
        raise UserError(str(CHANGED_SINCE))
    for person_id in person_ids:
        if seen.problem.pinned.get(person_id, winner_id) != winner_id:
            raise UserError(
                _(
                    "{name} stays here: pinned, gone, or with a position taken. Look under “Mine”.",
                    name=names[person_id],
                )
            )
    with database.edit(_moved(seen, names[next(iter(person_ids))], winner_id)) as edit:
        _must_be_there(edit, person_ids, winner_id)
        kept = edit.get(Setting, _name(session_id)) if changed_by_hand else None
        before = seen.placed if kept is None else _said(json.loads(kept.value))
        placed = {one: to for one, to in before.items() if one not in person_ids}
        if winner_id is not None:
            placed |= dict.fromkeys(person_ids, winner_id)
        _keep(edit, session_id, placed)


def _keep(edit: Edit, session_id: int, placed: Mapping[int, int]) -> None:
    """Keep it; undo then knows in which session that was."""
    edit.belongs_to(session_id)
    keep_setting(edit, _name(session_id), sorted(map(list, placed.items())))


def _must_be_there(edit: Edit, person_ids: Collection[int], winner_id: int | None) -> None:
    people = all(edit.get(Person, one) is not None for one in person_ids)
    if not people or (winner_id is not None and edit.get(Winner, winner_id) is None):
        raise UserError(str(CHANGED_SINCE))


def _moved(seen: Overview, name: str, winner_id: int | None) -> Text:
    if winner_id is None:
        return lazy("Moved {name} to waiting in the suggestion", name=name)
    to = next((row.name for row in seen.consortia if row.winner_id == winner_id), None)
    if to is None:
        raise UserError(str(CHANGED_SINCE))
    return lazy("Moved {name} to {consortium} in the suggestion", name=name, consortium=to)


def forget_changed(edit: Edit, session_id: int) -> None:
    """Once it is used, the suggestion that was changed by hand is a suggestion no more."""
    kept = edit.get(Setting, _name(session_id))
    if kept is not None:
        edit.delete(kept)


def _said(kept: Any) -> dict[int, int]:
    """Nothing where another program wrote it."""
    try:
        return {int(person_id): int(winner_id) for person_id, winner_id in kept}
    except (TypeError, ValueError):
        return {}


def _name(session_id: int) -> str:
    return f"suggestion_changed_{session_id}"
