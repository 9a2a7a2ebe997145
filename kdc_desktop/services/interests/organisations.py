"""What organisations, and departments of them, would join: noted, and taken back.

It is a wish and no membership. Their people are drawn to where it is, a suggestion has one of them
there if it can, and where nobody of them is placed anywhere that the organisation wants to be, the
organisation itself becomes a member of what it wants most once the suggestion is used.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.text import in_order, on_one_line
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.i18n import _, lazy, nfillable
from kdc_desktop.model.interests import OrganisationInterest
from kdc_desktop.model.people import Department, Organisation
from kdc_desktop.services.interests.rows import InterestRow, Wisher
from kdc_desktop.services.interests.wishes import check_choices
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.fast import Quick, value

_GIVEN = Quick(
    select(
        OrganisationInterest.organisation_id,
        OrganisationInterest.department_id,
        Organisation.name,
        Department.name,
        Organisation.sector,
        OrganisationInterest.winner_id,
        OrganisationInterest.role,
        OrganisationInterest.offers,
        OrganisationInterest.needs,
    )
    .join(Organisation, Organisation.id == OrganisationInterest.organisation_id)
    .outerjoin(Department, Department.id == OrganisationInterest.department_id)
    .where(OrganisationInterest.session_id == value("session"))
    .order_by(OrganisationInterest.choice, OrganisationInterest.id)
)
_WHOLE = Quick(select(Organisation.id, Organisation.name))
_PARTS = Quick(select(Department.organisation_id, Department.id, Department.name))


class OrganisationWish(NamedTuple):
    """What one of them would join: `choices` are winner ids, the first choice first."""

    wisher: Wisher
    name: str
    sector: str
    choices: tuple[int, ...]
    role: MemberRole
    offers: str
    needs: str

    @property
    def row(self) -> InterestRow:
        """As it is listed beside what people would join."""
        whole = _("for itself")
        said = (self.choices, self.role, self.offers, self.needs)
        at = self.wisher.organisation_id
        return InterestRow(0, self.name, at, whole, self.sector, True, *said, wisher=self.wisher)


def wishes_of_organisations(database: Database, session_id: int) -> list[OrganisationWish]:
    """All of a session, by name."""
    with database.read() as snapshot:
        return organisation_wishes_in(snapshot, session_id)


def organisation_wishes_in(snapshot: Snapshot, session_id: int) -> list[OrganisationWish]:
    """The same, within a snapshot."""
    found: dict[Wisher, OrganisationWish] = {}
    for organisation_id, department_id, name, part, sector, winner_id, *said in _GIVEN.rows(
        snapshot, session=session_id
    ):
        wisher = Wisher(organisation_id, department_id)
        known = found.get(wisher)
        choices = (winner_id,) if known is None else (*known.choices, winner_id)
        called = name_of_wisher(name, part)
        found[wisher] = OrganisationWish(wisher, called, sector_of(sector), choices, *said)
    return sorted(found.values(), key=lambda row: (in_order(row.name), row.wisher.organisation_id))


def wishers(database: Database) -> dict[str, Wisher]:
    """Everybody who may want something, by name: each organisation, and each of its departments."""
    with database.read() as snapshot:
        names = dict(_WHOLE.rows(snapshot))
        found = {name: Wisher(key) for key, name in names.items()}
        for organisation_id, key, part in _PARTS.rows(snapshot):
            name = name_of_wisher(names[organisation_id], part)
            found[name] = Wisher(organisation_id, key)
    return dict(sorted(found.items(), key=lambda one: in_order(one[0])))


def name_of_wisher(organisation: str, department: str | None) -> str:
    """How an organisation, or a department of one, is called."""
    if not department:
        return organisation
    return _("{organisation}, {department}", organisation=organisation, department=department)


def set_wishes_of(
    database: Database,
    session_id: int,
    wisher: Wisher,
    choices: Sequence[int],
    role: MemberRole = MemberRole.PARTNER,
    offers: str = "",
    needs: str = "",
) -> None:
    """What an organisation or a department would join, instead of what was said before.

    Args:
        choices: one to three winner ids, the first choice first.

    Raises:
        UserError: no choice, too many, one twice, or a winner that is gone.
    """
    with database.read() as snapshot:
        name = _called(snapshot, wisher)
    with database.edit(lazy("Noted what {name} would join", name=name)) as edit:
        check_choices(edit, session_id, choices)
        before = {known.winner_id: known for known in _of(edit, session_id, [wisher])}
        for winner_id, known in before.items():
            if winner_id not in choices:
                edit.delete(known)
        for choice, winner_id in enumerate(choices, 1):
            wish = before.get(winner_id)
            if wish is None:
                wish = OrganisationInterest(
                    session_id=session_id, winner_id=winner_id, **wisher._asdict()
                )
                edit.add(wish)
            wish.choice, wish.role = choice, role
            wish.offers, wish.needs = on_one_line(offers), on_one_line(needs)


def clear_wishes_of(database: Database, session_id: int, those: Collection[Wisher]) -> None:
    """Take back what these organisations and departments would join."""
    label = nfillable(
        "Removed the interests of {count} organisation",
        "Removed the interests of {count} organisations",
    )
    with database.edit(label) as edit:
        found = _of(edit, session_id, those)
        for known in found:
            edit.delete(known)
        edit.count = len({(known.organisation_id, known.department_id) for known in found})


def _called(snapshot: Snapshot, wisher: Wisher) -> str:
    name = snapshot.get_one(Organisation, wisher.organisation_id).name
    if wisher.department_id is None:
        return name
    return name_of_wisher(name, snapshot.get_one(Department, wisher.department_id).name)


def _of(
    snapshot: Snapshot, session_id: int, those: Collection[Wisher]
) -> list[OrganisationInterest]:
    query = select(OrganisationInterest).where(OrganisationInterest.session_id == session_id)
    wanted = set(those)
    return [
        one
        for one in snapshot.scalars(query)
        if Wisher(one.organisation_id, one.department_id) in wanted
    ]
