"""Consortia of chance, with what their members have said."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.pulse import QUESTION_KEYS
from kdc_desktop.domain.visions.states import Engagement, Served
from kdc_desktop.model import (
    Asking,
    Commitment,
    Consortium,
    Delegate,
    Department,
    Estimate,
    Leaving,
    Member,
    OpenRole,
    Position,
    Pulse,
    PulseAnswer,
    Reading,
    Reservation,
    RoleStep,
    Stake,
    StakeServed,
    Vision,
)
from tests.rooms.chance import Chance


class RandomGroups:
    """Of these people and organisations."""

    def __init__(self, chance: Chance, people: list[int], organisations: list[int]) -> None:
        self._chance, self._people, self._organisations = chance, people, organisations

    def add_one(self) -> None:
        """One consortium with two versions of its vision."""
        lots, at = self._chance.lots, self._chance.at
        group = self._chance.add(
            Consortium(
                name=self._chance.text(),
                place_in_order=1,
                created_at=at(),
                owner_id=lots.choice(self._people),
            )
        )
        members = [
            self._member(group, organisation_id=one)
            for one in self._chance.some(self._organisations)
        ]
        members += [self._member(group, person_id=one) for one in self._chance.some(self._people)]
        for part in self._chance.edit.scalars(select(Department.id)).all():
            if lots.random() < 0.5:
                of = self._chance.edit.get_one(Department, part).organisation_id
                members.append(self._member(group, organisation_id=of, department_id=part))
        for member_id in self._chance.some(members):
            self._leave(member_id, members)
            self._chance.add(
                OpenRole(consortium_id=group, title=self._chance.text(), filled_by_id=member_id)
            )
        for number in (1, 2):
            self._ask(group, number, members)

    def _member(self, group: int, **who: Any) -> int:
        role = self._chance.lots.choice(list(MemberRole))
        return self._chance.add(
            Member(consortium_id=group, role=role, joined_at=self._chance.at(), **who)
        )

    def _leave(self, member_id: int, members: list[int]) -> None:
        left_at = self._chance.at()
        back = left_at + timedelta(days=1) if self._chance.lots.random() < 0.5 else None
        heirs: list[int | None] = [None, *(one for one in members if one != member_id)]
        heir = self._chance.lots.choice(heirs)
        said = {"back_at": back, "handed_to_id": heir, "why": self._chance.text()}
        self._chance.add(Leaving(member_id=member_id, left_at=left_at, **said))

    def _ask(self, group: int, number: int, members: list[int]) -> None:
        at = self._chance.at()
        vision = self._chance.add(
            Vision(consortium_id=group, number=number, text=self._chance.text(), created_at=at)
        )
        asked = {"consortium_id": group, "opened_at": at, "revealed_at": at}
        asking = self._chance.add(Asking(vision_id=vision, scale="kaner8", agreed_level=5, **asked))
        pulse = self._chance.add(Pulse(**asked))
        for member_id in self._chance.some(members):
            self._answer(vision, asking, pulse, member_id)
        for member_id in self._chance.some(members):
            self._chance.add(
                Reading(vision_id=vision, member_id=member_id, text=self._chance.text())
            )

    def _answer(self, vision: int, asking: int, pulse: int, member_id: int) -> None:
        at, lots = self._chance.at(), self._chance.lots
        who = {"member_id": member_id}
        said = {
            "reason": self._chance.text(),
            "would_move": self._chance.text(),
            "said_by_id": lots.choice(self._people),
        }
        self._chance.add(
            Position(
                vision_id=vision, asking_id=asking, level=lots.randint(1, 8), at=at, **who, **said
            )
        )
        concern = {
            "text": self._chance.text(),
            "opened_at": at,
            "owner_id": lots.choice(self._people),
        }
        self._chance.add(Reservation(vision_id=vision, **who, **concern))
        due = date(2027, 1, lots.randint(1, 28))
        self._chance.add(Commitment(what=self._chance.text(), due_on=due, created_at=at, **who))
        stake = self._chance.add(Stake(text=self._chance.text(), created_at=at, **who))
        self._chance.add(
            StakeServed(stake_id=stake, vision_id=vision, served=lots.choice(list(Served)))
        )
        felt = {"now": lots.choice(list(Engagement)), "needed": lots.choice(list(Engagement))}
        self._chance.add(Estimate(at=at, **who, **felt))
        was, role = lots.sample(list(MemberRole), 2)
        self._chance.add(RoleStep(was=was, role=role, at=at, said_by=self._chance.text(), **who))
        for question in self._chance.some(list(QUESTION_KEYS)):
            step = lots.randint(1, 5)
            self._chance.add(
                PulseAnswer(pulse_id=pulse, question=question, step=step, at=at, **who)
            )

    def seat_people(self, sessions: list[int]) -> None:
        """Have people speak for members."""
        members = list(self._chance.edit.scalars(select(Member.id)))
        for session_id in sessions if members else ():
            for person_id in self._chance.some(self._people):
                seat = {
                    "member_id": self._chance.lots.choice(members),
                    "pinned": self._chance.lots.random() < 0.5,
                }
                self._chance.add(Delegate(session_id=session_id, person_id=person_id, **seat))
