"""A suggestion that was changed by hand: kept in the file, and nobody is placed by it yet."""

import json
from collections.abc import Collection, Mapping

from kdc_desktop.domain.consortia.fitting import Problem
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, lazy
from kdc_desktop.model.club import Setting
from kdc_desktop.services.club.settings import remember, setting
from kdc_desktop.services.consortia.rows import Overview
from kdc_desktop.storage import Database, Edit


def changed_suggestion(
    database: Database, session_id: int, problem: Problem
) -> dict[int, int] | None:
    """Who is placed where (person ids to winner ids) in it; None where there is none.

    Whoever has gone since is left out, and who is pinned is where they are.
    """
    kept = setting(database, _name(session_id), [])
    try:
        said = {int(person_id): int(winner_id) for person_id, winner_id in kept}
    except (TypeError, ValueError):
        return None  # another program wrote it
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
) -> None:
    """Move people in the suggestion that is `seen`, to the group of a winner or to waiting (None).

    It is kept as a suggestion that was changed by hand, in place of one kept before; undo brings
    that back.

    Raises:
        UserError: nobody is meant, or one of them stays where they are.
    """
    names = {one.person_id: one.organisation or one.name for one in seen.problem.candidates}
    if not person_ids:
        raise UserError(_("Nobody of this member is here. Use the suggestion first, then move it."))
    for person_id in person_ids:
        if seen.problem.pinned.get(person_id, winner_id) != winner_id:
            raise UserError(
                _(
                    "{name} stays here: pinned, gone, or with a position taken. Look under “Mine”.",
                    name=names[person_id],
                )
            )
    others = {one: to for one, to in seen.placed.items() if one not in person_ids}
    placed = others if winner_id is None else others | dict.fromkeys(person_ids, winner_id)
    label = _moved(seen, names[next(iter(person_ids))], winner_id)
    remember(database, _name(session_id), _as_said(placed), label, undoable=True)


def _moved(seen: Overview, name: str, winner_id: int | None) -> Text:
    if winner_id is None:
        return lazy("Moved {name} to waiting in the suggestion", name=name)
    to = next(row.name for row in seen.consortia if row.winner_id == winner_id)
    return lazy("Moved {name} to {consortium} in the suggestion", name=name, consortium=to)


def forget_if_used(edit: Edit, session_id: int, placed: Mapping[int, int]) -> None:
    """Once it is used, the suggestion that was changed by hand is a suggestion no more."""
    kept = edit.get(Setting, _name(session_id))
    if kept is not None and json.loads(kept.value) == _as_said(placed):
        edit.delete(kept)


def _as_said(placed: Mapping[int, int]) -> list[list[int]]:
    return sorted([person_id, winner_id] for person_id, winner_id in placed.items())


def _name(session_id: int) -> str:
    return f"suggestion_changed_{session_id}"
