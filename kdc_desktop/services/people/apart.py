"""Two people who are kept apart: never in one group, never at one table.

Why is for nobody else's eyes: it is on no page, no slide, and in no edition to share.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import or_, select

from kdc_desktop.domain.kit.lengths import LINE, not_longer
from kdc_desktop.domain.kit.text import in_order, on_one_line
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy, listed
from kdc_desktop.model.people import KeptApart, Person
from kdc_desktop.storage import Database, Edit, Snapshot
from kdc_desktop.storage.fast import Quick

_PAIRS = Quick(select(KeptApart.person_id, KeptApart.other_id))


class ApartRow(NamedTuple):
    """Somebody whom a person is kept apart from, and why, where that is said."""

    person_id: int
    name: str
    why: str


def apart_pairs(snapshot: Snapshot) -> frozenset[tuple[int, int]]:
    """All who are kept apart, by their ids, the smaller one first."""
    return frozenset(_pair(one, other) for one, other in _PAIRS.rows(snapshot))


def apart_from(database: Database, person_id: int) -> list[ApartRow]:
    """From whom somebody is kept apart, by name."""
    with database.read() as snapshot:
        found = snapshot.execute(
            select(KeptApart.person_id, KeptApart.other_id, Person.name, KeptApart.why)
            .join(Person, Person.id.in_((KeptApart.person_id, KeptApart.other_id)))
            .where(
                or_(KeptApart.person_id == person_id, KeptApart.other_id == person_id),
                Person.id != person_id,
            )
        )
        rows = [
            ApartRow(other if one == person_id else one, name, why)
            for one, other, name, why in found
        ]
    return sorted(rows, key=lambda row: (in_order(row.name), row.person_id))


def apart_sentence(rows: Sequence[ApartRow]) -> str:
    """From whom in a sentence, with the reasons; empty for nobody."""
    if not rows:
        return ""
    told = [
        _("{name} ({why})", name=row.name, why=row.why) if row.why else row.name for row in rows
    ]
    return _("Is kept apart from {names}.", names=listed(told))


def why_apart(database: Database, person_id: int, other_id: int) -> str | None:
    """Why two people are kept apart, empty where nobody said; None when they are not."""
    with database.read() as snapshot:
        kept = _kept(snapshot, person_id, other_id)
        return None if kept is None else kept.why


def keep_apart(database: Database, person_id: int, other_id: int, why: str = "") -> None:
    """Two people are in no group and at no table together from now on; `why` replaces the last.

    Raises:
        UserError: they are one person, or the reason is too long.
    """
    if person_id == other_id:
        raise UserError(_("That is one person. Choose two to keep them apart."))
    why = not_longer(
        on_one_line(why),
        LINE,
        fillable("Shorten the reason to {longest} characters; it has {length}."),
    )
    with database.edit(lazy("Kept two people apart")) as edit:
        one, other = _pair(person_id, other_id)
        edit.get_one(Person, one), edit.get_one(Person, other)
        kept = _kept(edit, one, other)
        if kept is None:
            edit.add(KeptApart(person_id=one, other_id=other, why=why, at=database.now()))
        else:
            kept.why = why


def keep_apart_no_longer(database: Database, person_id: int, other_id: int) -> None:
    """Two people may be in one group and at one table again."""
    with database.edit(lazy("Kept two people apart no longer")) as edit:
        kept = _kept(edit, person_id, other_id)
        if kept is not None:
            edit.delete(kept)


def _kept(snapshot: Snapshot | Edit, person_id: int, other_id: int) -> KeptApart | None:
    one, other = _pair(person_id, other_id)
    return snapshot.scalar(
        select(KeptApart).where(KeptApart.person_id == one, KeptApart.other_id == other)
    )


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)
