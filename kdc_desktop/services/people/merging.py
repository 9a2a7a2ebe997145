"""Two organisations of the club become one: everything that either has goes to the one that stays.

What is to become of it is worked out first, so that a preview says what then is written.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from kdc_desktop.domain.kit.lengths import PAGE
from kdc_desktop.domain.kit.text import in_order, normalise
from kdc_desktop.domain.people.sectors import COUNTED, UNKNOWN, name_of
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy, listed, ngettext
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.services.kit.relinking import relink
from kdc_desktop.services.people.former_names import keep_former_name
from kdc_desktop.services.people.joins import MergeTrail, OrganisationsMet
from kdc_desktop.services.people.merged_notes import notes_of_both
from kdc_desktop.storage import Database, Edit, Snapshot
from kdc_desktop.storage.fast import Quick, value

# Quick, because thousands may belong to one.
_PEOPLE = Quick(select(Person.id).where(Person.organisation_id == value("organisation")))
OrganisationTrails = Sequence[MergeTrail[OrganisationsMet]]


@dataclass(frozen=True)
class MergePreview:
    """What becomes of what, in sentences; or why it cannot be.

    `sectors` are those between which somebody has to choose, the one of who stays first.
    """

    gone: str
    stays: str
    told: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    problem: str = ""


def merge_organisations(
    database: Database,
    gone_id: int,
    stays_id: int,
    trails: OrganisationTrails,
    sector: str | None = None,
) -> None:
    """Have one organisation go up in another, with its people, departments and all it has said.

    Raises:
        UserError: they are the same, or one is gone, or both have a sector and none is chosen.
    """
    with database.read() as snapshot:
        gone, stays = _names(snapshot, gone_id, stays_id)
    with database.edit(lazy("Merged {gone} into {stays}", gone=gone, stays=stays)) as edit:
        gone_one, stays_one = _both(edit, gone_id, stays_id)
        met = _met(edit, gone_id, stays_id)
        for trail in trails:
            trail.check(edit, met)
        _settle_sector(gone_one, stays_one, sector)
        stays_one.notes = _notes(gone_one, stays_one)
        _settle_size(edit, gone_one, stays_one, met)
        edit.flush()
        _bring_people(edit, met)
        for trail in trails:
            trail.bring(edit, met)
        _bring_departments(edit, met)
        if normalise(gone) != normalise(stays):
            keep_former_name(edit, gone, gone_id, stays_id)
        edit.remove_rows(Organisation, [gone_id])


def preview_of_organisations(
    database: Database, gone_id: int, stays_id: int, trails: OrganisationTrails
) -> MergePreview:
    """What merging one organisation into another would do."""
    with database.read() as snapshot:
        try:
            gone, stays = _both(snapshot, gone_id, stays_id)
            met = _met(snapshot, gone_id, stays_id)
            for trail in trails:
                trail.check(snapshot, met)
            notes = _notes(gone, stays)
        except UserError as error:
            return MergePreview("", "", problem=str(error))
        told = [*_told_of_people(snapshot, met)]
        for trail in trails:
            told += trail.told(snapshot, met)
        if notes != stays.notes:
            told.append(_("The notes are joined, with the name that goes."))
        told += _told_of_size(gone, stays)
        asked = _asked(gone, stays)
        if not asked and (sector := _sector(gone, stays)) != stays.sector:
            told.append(_("It counts in {sector}, as {gone} did.", **_named(sector, gone)))
        return MergePreview(gone.name, stays.name, tuple(told), asked)


def _named(sector: str, gone: Organisation) -> dict[str, str]:
    return {"sector": name_of(sector), "gone": gone.name}


def _names(snapshot: Snapshot, gone_id: int, stays_id: int) -> tuple[str, str]:
    gone, stays = _both(snapshot, gone_id, stays_id)
    return gone.name, stays.name


def _both(snapshot: Snapshot, gone_id: int, stays_id: int) -> tuple[Organisation, Organisation]:
    if gone_id == stays_id:
        raise UserError(_("That is one organisation. Choose two to merge them."))
    gone, stays = (snapshot.get(Organisation, key) for key in (gone_id, stays_id))
    if gone is None or stays is None:
        raise UserError(_("One of the two is not in the file any more. Choose again."))
    return gone, stays


def _met(snapshot: Snapshot, gone_id: int, stays_id: int) -> OrganisationsMet:
    """Departments of the same name are the same."""
    found = snapshot.execute(
        select(Department.id, Department.organisation_id, Department.name)
        .where(Department.organisation_id.in_((gone_id, stays_id)))
        .order_by(Department.id)
    ).all()
    known: dict[str, int] = {}
    for key, at, name in found:
        if at == stays_id:
            known.setdefault(normalise(name), key)
    parts = {
        key: known[normalise(name)]
        for key, at, name in found
        if at == gone_id and normalise(name) in known
    }
    return OrganisationsMet(gone_id, stays_id, parts)


def _bring_people(edit: Edit, met: OrganisationsMet) -> None:
    if met.parts:
        relink(edit, Person.department_id, met.parts)
    moved = {"organisation_id": met.stays_id}
    people = _PEOPLE.rows(edit, organisation=met.gone_id)
    edit.change_rows(Person, {key: moved for (key,) in people})


def _bring_departments(edit: Edit, met: OrganisationsMet) -> None:
    """After all that leads to those which are the same."""
    edit.remove_rows(Department, list(met.parts))
    relink(edit, Department.organisation_id, {met.gone_id: met.stays_id})


def _notes(gone: Organisation, stays: Organisation) -> str:
    called = normalise(gone.name) == normalise(stays.name)
    also = "" if called else _("Also known as {name}.", name=gone.name)
    return notes_of_both(stays.notes, also, gone.notes, longest=PAGE, name=stays.name)


# Which sector counts.


def _asked(gone: Organisation, stays: Organisation) -> tuple[str, ...]:
    """Between which sectors somebody has to choose: what was said counts more than a guess."""
    known = {gone.sector, stays.sector} - {UNKNOWN}
    if len(known) < 2 or gone.sector_guessed != stays.sector_guessed:
        return ()
    return stays.sector, gone.sector


def _sector(gone: Organisation, stays: Organisation) -> str:
    """The one that counts where nobody has to choose."""
    if stays.sector == UNKNOWN:
        return gone.sector
    if stays.sector_guessed and not gone.sector_guessed and gone.sector != UNKNOWN:
        return gone.sector
    return stays.sector


def _settle_sector(gone: Organisation, stays: Organisation, chosen: str | None) -> None:
    asked = _asked(gone, stays)
    if chosen is not None and chosen not in COUNTED:
        raise UserError(_("Choose the sector of the organisation."))
    if asked and chosen is None:
        names = [name_of(letter) for letter in asked]
        raise UserError(
            _("They count in different sectors: {sectors}. Choose one.", sectors=listed(names))
        )
    said = {one.sector for one in (gone, stays) if not one.sector_guessed} - {UNKNOWN}
    stays.sector = chosen or _sector(gone, stays)
    stays.sector_guessed = chosen is None and stays.sector != UNKNOWN and stays.sector not in said


# How large it is, and in how many groups it can take part.


def _settle_size(
    edit: Edit, gone: Organisation, stays: Organisation, met: OrganisationsMet
) -> None:
    """What was said of who stays holds; the other fills gaps, and so with departments."""
    stays.size = stays.size or gone.size
    pairs: list[tuple[Organisation | Department, Organisation | Department]] = [(gone, stays)]
    pairs += [
        (edit.get_one(Department, part), edit.get_one(Department, into))
        for part, into in met.parts.items()
    ]
    for one, other in pairs:
        if other.most_groups is None:
            other.most_groups = one.most_groups


def _told_of_size(gone: Organisation, stays: Organisation) -> list[str]:
    """What becomes of the two themselves; of departments it is a detail."""
    told = []
    if stays.size is None and gone.size is not None:
        told.append(_("Its size is that of {gone}.", gone=gone.name))
    if stays.most_groups is None and gone.most_groups is not None:
        told.append(
            ngettext(
                "It can be in {count} group of one evening, as {gone} could.",
                "It can be in {count} groups of one evening, as {gone} could.",
                gone.most_groups,
                gone=gone.name,
            )
        )
    return told


# What is told before.


def _told_of_people(snapshot: Snapshot, met: OrganisationsMet) -> list[str]:
    told = []
    if people := _count(snapshot, Person.organisation_id == met.gone_id):
        told.append(ngettext("{count} person comes along.", "{count} people come along.", people))
    moved = _count(
        snapshot, Department.organisation_id == met.gone_id, Department.id.not_in(list(met.parts))
    )
    if moved:
        told.append(
            ngettext("{count} department comes along.", "{count} departments come along.", moved)
        )
    both = select(Department.name).where(Department.id.in_(set(met.parts.values())))
    if names := sorted(snapshot.scalars(both), key=in_order):
        told.append(
            ngettext(
                "Both have {departments}: it becomes one department.",
                "Both have {departments}: each becomes one department.",
                len(names),
                departments=listed(names),
            )
        )
    return told


def _count(snapshot: Snapshot, *conditions: ColumnElement[bool]) -> int:
    return snapshot.scalar(select(func.count()).where(*conditions)) or 0
