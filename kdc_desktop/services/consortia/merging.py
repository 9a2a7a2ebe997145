"""What becomes of the seats of two organisations, or of two people, that become one."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import aliased

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.i18n import _, listed, ngettext
from kdc_desktop.model.consortia import Consortium, Delegate, Member
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.consortia.folding import Folds, FoldTrail, fold_members
from kdc_desktop.services.kit.relinking import relink
from kdc_desktop.services.people.joins import MergeTrail, OrganisationsMet, PeopleMet
from kdc_desktop.storage import Edit, Snapshot


def organisations_met(trails: Sequence[FoldTrail]) -> MergeTrail[OrganisationsMet]:
    """The seats of organisations; `trails` bring along what their members have said."""
    return MergeTrail(partial(_bring_organisation, trails), partial(_told_of_organisation, trails))


def _bring_organisation(trails: Sequence[FoldTrail], edit: Edit, met: OrganisationsMet) -> None:
    folds, moves = _seats(edit, met)
    fold_members(edit, folds, trails)
    edit.change_rows(
        Member,
        {
            key: {"organisation_id": met.stays_id, "department_id": department}
            for key, department in moves.items()
        },
    )


def _seats(snapshot: Snapshot, met: OrganisationsMet) -> tuple[Folds, Mapping[int, int | None]]:
    """Which members go up in others, and which sit on, for which department."""
    rows = snapshot.execute(
        select(Member.id, Member.consortium_id, Member.organisation_id, Member.department_id)
        .where(Member.organisation_id.in_((met.gone_id, met.stays_id)))
        .order_by(Member.organisation_id == met.gone_id, Member.id)
    )
    taken: dict[tuple[int, int | None], int] = {}  # by consortium and department
    folds: dict[int, int] = {}
    moves: dict[int, int | None] = {}
    for key, consortium_id, organisation_id, part in rows:
        seat = consortium_id, met.part(part)
        if organisation_id == met.gone_id and seat in taken:
            folds[key] = taken[seat]
            continue
        taken[seat] = key
        if organisation_id == met.gone_id:
            moves[key] = seat[1]
    return folds, moves


def _told_of_organisation(
    trails: Sequence[FoldTrail], snapshot: Snapshot, met: OrganisationsMet
) -> list[str]:
    folds, moves = _seats(snapshot, met)
    return told_of_seats(snapshot, folds, moves, trails)


def people_met(trails: Sequence[FoldTrail]) -> MergeTrail[PeopleMet]:
    """The seats of residents and delegates, and what people of the club take care of."""
    return MergeTrail(partial(_bring_person, trails), partial(_told_of_person, trails))


def _bring_person(trails: Sequence[FoldTrail], edit: Edit, met: PeopleMet) -> None:
    targets = {met.gone_id: met.stays_id}
    folds, _moves = _seats_of_person(edit, met)
    fold_members(edit, folds, trails)
    relink(edit, Member.person_id, targets)
    edit.remove_rows(Delegate, [key for key, _session in _seated_twice(edit, met)])
    relink(edit, Delegate.person_id, targets)
    relink(edit, Consortium.owner_id, targets)


def _seats_of_person(snapshot: Snapshot, met: PeopleMet) -> tuple[Folds, list[int]]:
    """The members that go up in others, and those who sit on, under the name that stays."""
    rows = snapshot.execute(
        select(Member.id, Member.consortium_id, Member.person_id)
        .where(Member.person_id.in_(met))
        .order_by(Member.person_id == met.gone_id)
    ).all()
    taken = {at: key for key, at, person_id in rows if person_id == met.stays_id}
    gone = {key: at for key, at, person_id in rows if person_id == met.gone_id}
    folds = {key: taken[at] for key, at in gone.items() if at in taken}
    return folds, [key for key in gone if key not in folds]


def _seated_twice(snapshot: Snapshot, met: PeopleMet) -> list[tuple[int, str]]:
    """The seats that go, as nobody sits at two tables of one session; with its title."""
    other = aliased(Delegate)
    rows = snapshot.execute(
        select(Delegate.id, Session.title)
        .join(Session, Session.id == Delegate.session_id)
        .join(other, other.session_id == Delegate.session_id)
        .where(Delegate.person_id == met.gone_id, other.person_id == met.stays_id)
        .order_by(Delegate.id)
    )
    return [(key, title) for key, title in rows]


def _told_of_person(trails: Sequence[FoldTrail], snapshot: Snapshot, met: PeopleMet) -> list[str]:
    told = told_of_seats(snapshot, *_seats_of_person(snapshot, met), trails)
    if twice := _seated_twice(snapshot, met):
        told.append(
            _(
                "Both have a seat in {sessions}: who stays keeps their own.",
                sessions=listed(title for _key, title in twice),
            )
        )
    return told


def told_of_seats(
    snapshot: Snapshot, folds: Folds, moves: Iterable[int], trails: Sequence[FoldTrail]
) -> list[str]:
    """What becomes of members, in sentences."""
    told = []
    if names := _consortia_of(snapshot, moves):
        told.append(
            ngettext(
                "It takes the seat in {consortia}.",
                "It takes the seats in {consortia}.",
                len(names),
                consortia=listed(names),
            )
        )
    if names := _consortia_of(snapshot, folds):
        told.append(
            _(
                "Both are members of {consortia}: one member stays, with what both have said.",
                consortia=listed(names),
            )
        )
        for trail in trails:
            told += trail.told(snapshot, folds)
    return told


def _consortia_of(snapshot: Snapshot, members: Iterable[int]) -> list[str]:
    names = snapshot.scalars(
        select(Consortium.name)
        .join(Member, Member.consortium_id == Consortium.id)
        .where(Member.id.in_(list(members)))
        .distinct()
    )
    return sorted(names, key=in_order)
