"""The versions that sheets speak of, and where members stand on them."""

from functools import cached_property
from typing import Any

from sqlalchemy import Select, or_, select

from kdc_desktop.domain.visions.positions import PositionAt, Stakeholder
from kdc_desktop.domain.visions.scales import DEFAULT, SCALES, Scale
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant
from kdc_desktop.interchange.workbook import Column, Kind
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Asking, Position, Vision
from kdc_desktop.services.consortia.book import ConsortiumBook, MemberNote
from kdc_desktop.services.kit.source import Source

OF_SCALE = Column(
    lazy("Scale"),
    words=tuple((scale.key, scale.name) for scale in SCALES.values()),
    filled=True,
    means=lazy("The scale on which the consortium says how much it supports a vision."),
)
AGREED_LEVEL = Column(
    lazy("Agreed level"),
    Kind.NUMBER,
    filled=True,
    means=lazy("The level of the scale that the consortium aims at for everybody."),
)

IS_REVEALED = or_(Position.asking_id.is_(None), Asking.revealed_at.is_not(None))
"""Whether an answer may be seen, of a statement that joins askings to positions from outside."""


class VisionBook:
    """The versions and positions of the consortia of the sessions wanted, which stand in `of`."""

    def __init__(self, source: Source) -> None:
        self._snapshot, self.day = source.snapshot, source.day
        self.of = source.once(ConsortiumBook)

    @cached_property
    def visions(self) -> dict[int, Vision]:
        """Every version by id, in the order of consortia and numbers."""
        place = {key: number for number, key in enumerate(self.of.consortia)}
        found = self._snapshot.scalars(self._of_consortia(select(Vision)).order_by(Vision.number))
        ordered = sorted(found, key=lambda vision: place[vision.consortium_id])
        return {vision.id: vision for vision in ordered}

    def versions_of(self, consortium: Consortium) -> list[Vision]:
        """The versions of one consortium, the first one first."""
        return [v for v in self.visions.values() if v.consortium_id == consortium.id]

    @cached_property
    def positions(self) -> list[Position]:
        """Every answer that was revealed, in the order of the versions and of time."""
        place = {key: number for number, key in enumerate(self.visions)}
        answers = (
            select(Position)
            .join(Vision, Vision.id == Position.vision_id)
            .outerjoin(Asking, Asking.id == Position.asking_id)
            .where(IS_REVEALED)
        )
        found = self._snapshot.scalars(
            self._of_consortia(answers).order_by(Position.at, Position.id)
        )
        return sorted(found, key=lambda position: place[position.vision_id])

    @cached_property
    def askings(self) -> dict[int, Asking]:
        """Every asking by id, in the order of consortia and of time."""
        place = {key: number for number, key in enumerate(self.of.consortia)}
        found = self._snapshot.scalars(
            select(Asking)
            .where(Asking.consortium_id.in_(list(self.of.consortia)))
            .order_by(Asking.opened_at, Asking.id)
        )
        ordered = sorted(found, key=lambda asking: place[asking.consortium_id])
        return {asking.id: asking for asking in ordered}

    @cached_property
    def asked_ids(self) -> frozenset[int]:
        """The versions about which anybody was asked."""
        asked = {asking.vision_id for asking in self.askings.values()}
        return frozenset(asked | {position.vision_id for position in self.positions})

    @cached_property
    def given(self) -> dict[int, list[Position]]:
        """By asking, the answers to it that were revealed, in the order of time."""
        found: dict[int, list[Position]] = {key: [] for key in self.askings}
        for position in self.positions:
            if position.asking_id is not None:
                found[position.asking_id].append(position)
        return found

    def only_called(self, asking: Asking) -> bool:
        """Whether it was calls between evenings, of whoever was called; nobody else was asked."""
        at_once = asking.session_id is None and asking.revealed_at == asking.opened_at
        return at_once and {one.way for one in self.given[asking.id]} == {AnswerWay.CALL}

    @cached_property
    def stands(self) -> dict[int, dict[int, PositionAt]]:
        """By member id and version number: the last answers on the consortium's scale."""
        found: dict[int, dict[int, PositionAt]] = {key: {} for key in self.of.members}
        for position in self.positions:
            consortium = self.of.members[position.member_id].consortium
            asking = self.askings.get(position.asking_id or 0)
            if asking is not None and asking.scale != consortium.scale:
                continue
            scale, number = scale_of(consortium), self.visions[position.vision_id].number
            if scale.lowest <= position.level <= scale.highest:
                found[position.member_id][number] = PositionAt(
                    position.member_id, number, position.level, position.at
                )
        return found

    def carried(self, vision: Vision) -> dict[int, Instant]:
        """Who was asked about a version again and gave no answer, with when it answered before.

        That answer counts on, and is told as one of then. Calls ask only whom they reach.
        """
        rounds = [
            one.opened_at
            for one in self.askings.values()
            if one.vision_id == vision.id
            and one.revealed_at is not None
            and one.opened_at != one.revealed_at
        ]
        if not rounds:
            return {}
        last = max(rounds)
        stood = {
            note.id: self.stands[note.id].get(vision.number) for note in self.asked_about(vision)
        }
        return {key: one.at for key, one in stood.items() if one is not None and one.at < last}

    def agreed_level(self, consortium: Consortium, vision: Vision | None = None) -> int:
        """What counts as agreed: as it was when a version, or the latest, was asked about last."""
        versions = self.versions_of(consortium)
        about = vision or (versions[-1] if versions else None)
        return self._agreed.get(about.id if about else 0, consortium.agreed_level)

    @cached_property
    def _agreed(self) -> dict[int, int]:
        """By version, of the askings on the scale that its consortium has."""
        return {
            asking.vision_id: asking.agreed_level
            for asking in self.askings.values()
            if asking.scale == self.of.consortia[asking.consortium_id].scale
        }

    def asked_about(self, vision: Vision) -> list[MemberNote]:
        """The members who are asked about a version by now; of one that was replaced those who were
        until then, and whoever has answered it."""
        consortium = self.of.consortia[vision.consortium_id]
        later = (one for one in self.versions_of(consortium) if one.number > vision.number)
        after = next(later, None)
        notes = self.of.members_of(consortium)
        if after is None:
            return [note for note in notes if note.is_asked]
        return [
            note
            for note in notes
            if note.was_asked_at(after.created_at) or vision.number in self.stands[note.id]
        ]

    def _of_consortia(self, wanted: Select[Any]) -> Select[Any]:
        return wanted.where(Vision.consortium_id.in_(list(self.of.consortia)))


def scale_of(consortium: Consortium) -> Scale:
    """The scale on which a consortium takes positions."""
    return SCALES.get(consortium.scale, DEFAULT)


def stakeholder_of(note: MemberNote) -> Stakeholder:
    """A member as buy-in knows it."""
    return Stakeholder(note.id, note.name, note.sector, note.joined_at)
