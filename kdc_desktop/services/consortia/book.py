"""The consortia that sheets speak of, and who is in them."""

from dataclasses import dataclass
from functools import cached_property, partial

from sqlalchemy import select

from kdc_desktop.domain.consortia.seats import Away, RoleAt, Seated
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.people import Department, Organisation
from kdc_desktop.services.consortia.members import stakeholder_name
from kdc_desktop.services.consortia.seats import Seats, read_seats
from kdc_desktop.services.consortia.worked_on import of_source
from kdc_desktop.services.kit.residents import resident
from kdc_desktop.services.kit.source import Source


@dataclass(frozen=True)
class MemberNote(Seated):
    """A member as sheets name it, with its consortium; `sector` is a letter."""

    id: int
    consortium: Consortium
    organisation_id: int | None
    department_id: int | None
    person_id: int | None
    name: str
    sector: str
    role: MemberRole
    joined_at: Instant
    aways: tuple[Away, ...] = ()
    roles: tuple[RoleAt, ...] = ()


class ConsortiumBook:
    """The consortia of the sessions wanted with their members; `consortia` are by id, in order."""

    def __init__(self, source: Source) -> None:
        self._snapshot, self._people = source.snapshot, source.people
        self._shares, self._resident_called = source.shares, partial(resident, source)
        found = source.snapshot.scalars(
            select(Consortium)
            .where(of_source(source))
            .order_by(Consortium.place_in_order, Consortium.id)
        )
        self.consortia = {consortium.id: consortium for consortium in found}

    @cached_property
    def members(self) -> dict[int, MemberNote]:
        """Every member by id, in the order of the consortia."""
        place = {key: number for number, key in enumerate(self.consortia)}
        rows = self._snapshot.execute(
            select(
                Member,
                Organisation.name,
                Organisation.sector,
                Department.name,
            )
            .outerjoin(Organisation, Organisation.id == Member.organisation_id)
            .outerjoin(Department, Department.id == Member.department_id)
            .where(Member.consortium_id.in_(list(self.consortia)))
            .order_by(Member.id)
        )
        seats = read_seats(self._snapshot, self.consortia)
        notes = [self._note(seats, *row) for row in rows]
        notes.sort(key=lambda note: place[note.consortium.id])
        return {note.id: note for note in notes}

    def _note(
        self,
        seats: Seats,
        member: Member,
        name: str | None,
        sector: str | None,
        department: str | None,
    ) -> MemberNote:
        if member.person_id is not None:
            name = self._resident(member)
        return MemberNote(
            member.id,
            self.consortia[member.consortium_id],
            member.organisation_id,
            member.department_id,
            member.person_id,
            stakeholder_name(name or "", department),
            sector_of(sector),
            member.role,
            member.joined_at,
            *seats.of(member.id),
        )

    def _resident(self, member: Member) -> str:
        """Who is in it for themselves: others are told a number in the place of the name."""
        if not self._shares:
            return self._people[member.person_id or 0].name
        return self._resident_called(member.person_id or 0)

    def members_of(self, consortium: Consortium) -> list[MemberNote]:
        """The members of one consortium."""
        return [note for note in self.members.values() if note.consortium is consortium]
