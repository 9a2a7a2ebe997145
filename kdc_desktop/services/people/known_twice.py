"""People who were known twice: who was merged into whom, and that they are listed once."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.i18n import _, listed
from kdc_desktop.model.people import Person, PersonMerge
from kdc_desktop.services.people.joins import LooseTrail
from kdc_desktop.storage import Database, Edit, Snapshot
from kdc_desktop.storage.belonging import rows_naming
from kdc_desktop.storage.fast import Quick


class KnownAs(NamedTuple):
    """A name, with an address, by which somebody was known besides; `person_id` was theirs."""

    person_id: int
    into_id: int
    name: str
    email: str


IS_ONE_OF_ITS_OWN = Person.id.not_in(select(PersonMerge.person_id))
"""The condition that a person was not merged into another."""

_ALL = (
    select(PersonMerge.person_id, PersonMerge.into_id, Person.name, Person.email)
    .join(Person, Person.id == PersonMerge.person_id)
    .order_by(PersonMerge.id)
)
_EVERY = Quick(_ALL)


def known_as(snapshot: Snapshot) -> Mapping[int, KnownAs]:
    """Everybody who was merged into another, by the id they had."""
    return {row[0]: KnownAs(*row) for row in _EVERY.rows(snapshot)}


def other_names(database: Database, person_id: int) -> list[KnownAs]:
    """By what somebody was known besides."""
    with database.read() as snapshot:
        found = snapshot.execute(_ALL.where(PersonMerge.into_id == person_id))
        return [KnownAs(*row) for row in found]


def also_known_sentence(others: Sequence[KnownAs]) -> str:
    """The names and addresses in a sentence; empty for none."""
    if not others:
        return ""
    names = dict.fromkeys(_called(one) for one in others)
    return _("Also known as {names}.", names=listed(names))


def _called(one: KnownAs) -> str:
    return _("{name} ({email})", name=one.name, email=one.email) if one.email else one.name


def merged_into(snapshot: Snapshot, person_id: int) -> list[int]:
    """The ids that somebody had besides."""
    found = select(PersonMerge.person_id).where(PersonMerge.into_id == person_id)
    return list(snapshot.scalars(found.order_by(PersonMerge.id)))


def _have_a_record(snapshot: Snapshot, person_id: int) -> bool:
    """Whether they were on record under another name: what they voted is."""
    own = PersonMerge.__tablename__
    return any(
        rows_naming(snapshot, one).keys() - {own} for one in merged_into(snapshot, person_id)
    )


def _take_along(edit: Edit, person_id: int) -> None:
    others = merged_into(edit, person_id)
    rows = select(PersonMerge.id).where(PersonMerge.into_id == person_id)
    edit.remove_rows(PersonMerge, list(edit.scalars(rows)))
    edit.remove_rows(Person, others)


OF_OTHER_NAMES = LooseTrail(PersonMerge.__tablename__, _have_a_record, _take_along)
"""Who was known by another name, too, goes with it, unless something was voted under that."""
