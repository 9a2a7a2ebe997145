"""Interests: who would join the work on which winner, as what."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.text import clean, people
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.errors import UserError
from kdc_desktop.model import Attendance, Interest, Organisation, Person, Winner
from kdc_desktop.model.attendance import PRESENT
from kdc_desktop.storage import Database, Snapshot

ROLES = ("lead", "partner", "test site", "funder", "adviser", "observer")
"""What a member can be in a consortium; each begins with a letter of its own."""
CHOICES = 3
HOSTS = ("facilitator", "staff")
"""Roles of an attendance that are not asked and not placed, unless they give an interest."""


@dataclass(frozen=True)
class InterestRow:
    """What one person would join: `choices` are winner ids, the first choice first."""

    person_id: int
    name: str
    organisation_id: int | None
    organisation: str
    sector: str
    present: bool
    choices: tuple[int, ...]
    role: str
    offers: str
    needs: str


@dataclass(frozen=True)
class AskedRow:
    """Somebody of the session who can be asked; `given` tells that there is an interest already."""

    person_id: int
    name: str
    organisation: str
    sector: str
    badge: str
    present: bool
    given: bool


@dataclass(frozen=True)
class WinnerInterest:
    """One winner: how many chose it first, second and third, and how many of each sector."""

    winner_id: int
    title: str
    by_choice: tuple[int, int, int]
    by_sector: Mapping[str, int] = field(default_factory=dict)

    @property
    def people(self) -> int:
        """How many would join at all."""
        return sum(self.by_choice)


def interests(database: Database, session_id: int) -> list[InterestRow]:
    """Everybody who has said what they would join, by name."""
    query = (
        select(
            Interest.person_id,
            Person.name,
            Person.organisation_id,
            Organisation.name,
            Organisation.sector,
            Attendance.state,
            Interest.winner_id,
            Interest.role,
            Interest.offers,
            Interest.needs,
        )
        .join(Person, Person.id == Interest.person_id)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .outerjoin(
            Attendance,
            (Attendance.person_id == Interest.person_id) & (Attendance.session_id == session_id),
        )
        .where(Interest.session_id == session_id)
        .order_by(func.lower(Person.name), Person.id, Interest.choice)
    )
    choices: dict[int, list[int]] = {}
    rows: dict[int, InterestRow] = {}
    with database.read() as snapshot:
        for one in snapshot.execute(query):
            person_id, name, key, firm, sector, state, winner_id, role, offers, needs = one
            choices.setdefault(person_id, []).append(winner_id)
            about = (person_id, name, key, firm or "", sector_of(sector), state == PRESENT)
            rows[person_id] = InterestRow(*about, tuple(choices[person_id]), role, offers, needs)
    return list(rows.values())


def people_to_ask(database: Database, session_id: int) -> list[AskedRow]:
    """The people of the session: present before absent, not yet asked before asked, by name."""
    given = (
        select(Interest.id)
        .where(Interest.session_id == session_id, Interest.person_id == Person.id)
        .exists()
    )
    query = (
        select(
            Person.id,
            Person.name,
            Organisation.name,
            Organisation.sector,
            Attendance.badge,
            Attendance.state,
            Attendance.role,
            given,
        )
        .join(Attendance, Attendance.person_id == Person.id)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Attendance.session_id == session_id)
        .order_by(func.lower(Person.name), Person.id)
    )
    with database.read() as snapshot:
        rows = [
            AskedRow(key, name, firm or "", sector_of(sector), badge, state == PRESENT, has)
            for key, name, firm, sector, badge, state, role, has in snapshot.execute(query)
            if has or role not in HOSTS
        ]
    return sorted(rows, key=lambda row: (not row.present, row.given))


def interest_counts(database: Database, session_id: int) -> list[WinnerInterest]:
    """Every winner in its order with how many would join, by choice and by sector."""
    wished = (
        select(Interest.winner_id, Interest.choice, Organisation.sector)
        .join(Person, Person.id == Interest.person_id)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Interest.session_id == session_id)
    )
    winners = (
        select(Winner.id, Winner.title)
        .where(Winner.session_id == session_id)
        .order_by(Winner.place_in_order, Winner.id)
    )
    choices: Counter[tuple[int, int]] = Counter()
    sectors: dict[int, Counter[str]] = {}
    with database.read() as snapshot:
        for winner_id, choice, sector in snapshot.execute(wished):
            choices[winner_id, choice] += 1
            sectors.setdefault(winner_id, Counter())[sector_of(sector)] += 1
        return [
            WinnerInterest(
                winner_id,
                title,
                (choices[winner_id, 1], choices[winner_id, 2], choices[winner_id, 3]),
                dict(sectors.get(winner_id, {})),
            )
            for winner_id, title in snapshot.execute(winners)
        ]


def set_interests(
    database: Database,
    session_id: int,
    person_id: int,
    choices: Sequence[int],
    role: str = "partner",
    offers: str = "",
    needs: str = "",
) -> None:
    """What a person would join, instead of what was said before.

    Args:
        choices: one to three winner ids, the first choice first.
        role: one of `ROLES`.

    Raises:
        UserError: no choice, too many, one twice, or a winner that is gone.
    """
    with database.read() as snapshot:
        name = snapshot.get_one(Person, person_id).name
    with database.edit(f"Noted what {name} would join") as edit:
        _check(edit, session_id, choices, role)
        before = {known.winner_id: known for known in _of(edit, session_id, [person_id])}
        for winner_id, known in before.items():
            if winner_id not in choices:
                edit.delete(known)
        for choice, winner_id in enumerate(choices, 1):
            wish = before.get(winner_id)
            if wish is None:
                wish = Interest(session_id=session_id, person_id=person_id, winner_id=winner_id)
                edit.add(wish)
            wish.choice, wish.role = choice, MemberRole(role)
            wish.offers, wish.needs = clean(offers), clean(needs)


def clear_interests(database: Database, session_id: int, person_ids: Collection[int]) -> None:
    """Take back what these people said they would join."""
    with database.edit(f"Removed the interests of {people(len(person_ids))}") as edit:
        for known in _of(edit, session_id, person_ids):
            edit.delete(known)


def _of(edit: Snapshot, session_id: int, person_ids: Collection[int]) -> list[Interest]:
    query = select(Interest).where(
        Interest.session_id == session_id, Interest.person_id.in_(person_ids)
    )
    return list(edit.scalars(query))


def _check(edit: Snapshot, session_id: int, choices: Sequence[int], role: str) -> None:
    if not choices:
        raise UserError("Choose at least one winner: press its number.")
    if len(choices) > CHOICES:
        raise UserError("Three choices at most: take one away first.")
    if len(set(choices)) < len(choices):
        raise UserError("Choose each winner once.")
    if role not in ROLES:
        raise UserError(f"Choose a role: {', '.join(ROLES)}.")
    known = set(edit.scalars(select(Winner.id).where(Winner.session_id == session_id)))
    if not known.issuperset(choices):
        raise UserError("One of these winners is not marked any more. Choose again.")
