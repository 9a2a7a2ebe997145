"""The consortia that sheets speak of: who is in them, and where they stand on which version."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Select, select

from kdc_desktop.domain.people.sectors import OBSERVER, sector_of
from kdc_desktop.domain.visions.positions import PositionAt, Stakeholder
from kdc_desktop.domain.visions.scales import DEFAULT, SCALES, Scale
from kdc_desktop.model import Consortium, Member, Organisation, Position, Vision
from kdc_desktop.services.kit.source import Source


@dataclass(frozen=True)
class MemberNote:
    """A member as sheets name it, with its consortium."""

    id: int
    consortium: Consortium
    organisation_id: int | None
    person_id: int | None
    role: str
    stakeholder: Stakeholder

    @property
    def name(self) -> str:
        return self.stakeholder.name

    @property
    def asked(self) -> bool:
        """Whether its position counts: observers are not asked."""
        return self.role != OBSERVER


class ConsortiumBook:
    """The consortia of the sessions wanted with their members, versions and positions."""

    def __init__(self, source: Source) -> None:
        self._snapshot, self._people = source.snapshot, source.people
        found = source.snapshot.scalars(
            select(Consortium)
            .where(source.of(Consortium.session_id))
            .order_by(Consortium.place_in_order, Consortium.id)
        )
        self.consortia = {consortium.id: consortium for consortium in found}

    @cached_property
    def members(self) -> dict[int, MemberNote]:
        """Every member by id, in the order of the consortia."""
        place = {key: number for number, key in enumerate(self.consortia)}
        rows = self._snapshot.execute(
            select(Member, Organisation.name, Organisation.sector)
            .outerjoin(Organisation, Organisation.id == Member.organisation_id)
            .where(Member.consortium_id.in_(list(self.consortia)))
            .order_by(Member.id)
        )
        notes = [self._note(member, name, sector) for member, name, sector in rows]
        notes.sort(key=lambda note: place[note.consortium.id])
        return {note.id: note for note in notes}

    def _note(self, member: Member, name: str | None, sector: str | None) -> MemberNote:
        if member.person_id is not None:
            name = self._people[member.person_id].name
        return MemberNote(
            member.id,
            self.consortia[member.consortium_id],
            member.organisation_id,
            member.person_id,
            member.role,
            Stakeholder(member.id, name or "", sector_of(sector), member.joined_at),
        )

    def members_of(self, consortium: Consortium) -> list[MemberNote]:
        """The members of one consortium."""
        return [note for note in self.members.values() if note.consortium is consortium]

    @cached_property
    def visions(self) -> dict[int, Vision]:
        """Every version by id, in the order of consortia and numbers."""
        place = {key: number for number, key in enumerate(self.consortia)}
        found = self._snapshot.scalars(self._of_consortia(select(Vision)).order_by(Vision.number))
        ordered = sorted(found, key=lambda vision: place[vision.consortium_id])
        return {vision.id: vision for vision in ordered}

    def versions_of(self, consortium: Consortium) -> list[Vision]:
        """The versions of one consortium, the first one first."""
        return [v for v in self.visions.values() if v.consortium_id == consortium.id]

    @cached_property
    def positions(self) -> list[Position]:
        """Every position, in the order of the versions."""
        place = {key: number for number, key in enumerate(self.visions)}
        found = self._snapshot.scalars(
            self._of_consortia(select(Position).join(Vision)).order_by(Position.id)
        )
        return sorted(found, key=lambda position: place[position.vision_id])

    @cached_property
    def stands(self) -> dict[int, dict[int, PositionAt]]:
        """By member id and version number: the positions that lie on the consortium's scale."""
        found: dict[int, dict[int, PositionAt]] = {key: {} for key in self.members}
        for position in self.positions:
            scale = scale_of(self.members[position.member_id].consortium)
            number = self.visions[position.vision_id].number
            if scale.lowest <= position.level <= scale.highest:
                found[position.member_id][number] = PositionAt(
                    position.member_id, number, position.level, position.at
                )
        return found

    def _of_consortia(self, wanted: Select[Any]) -> Select[Any]:
        return wanted.where(Vision.consortium_id.in_(list(self.consortia)))


def scale_of(consortium: Consortium) -> Scale:
    """The scale on which a consortium takes positions."""
    return SCALES.get(consortium.scale, DEFAULT)
