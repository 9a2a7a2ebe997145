"""A club of chance: people, organisations and consortia with everything that leads to them."""

from random import Random
from typing import Any

from kdc_desktop.domain.attendance.states import AttendanceRole, AttendanceState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.people.states import ConsentKind, OrganisationSize
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Attendance,
    Consent,
    Department,
    Idea,
    Interest,
    Organisation,
    Passage,
    Person,
    Session,
    Winner,
)
from kdc_desktop.storage import Database
from tests.rooms.chance import Chance
from tests.rooms.empty_club import STARTS
from tests.rooms.random_groups import RandomGroups
from tests.rooms.random_ties import RandomTies

_PARTS = ("Roads", "roads ", "Parks", "Water")


class RandomClub:
    """Ids by what they are of."""

    def __init__(self, database: Database, seed: int) -> None:
        self.lots = Random(seed)
        self.organisations: list[int] = []
        self.people: list[int] = []
        with database.edit(lazy("Filled the club")) as edit:
            self._chance = Chance(edit, self.lots)
            self._fill_people()
            sessions = [self._session(day) for day in (3, 4, 5)]
            groups = RandomGroups(self._chance, self.people, self.organisations)
            for _each in range(3):
                groups.add_one()
            groups.seat_people(sessions)
            RandomTies(self._chance, self.people, self.organisations, sessions).tie()

    def _fill_people(self) -> None:
        lots = self.lots
        for _each in range(4):
            guessed = lots.random() < 0.5
            at = self._chance.add(
                Organisation(
                    name=self._chance.text(),
                    sector=lots.choice("CP?" if guessed else "CPA"),
                    notes=lots.choice(("", self._chance.text())),
                    sector_guessed=guessed,
                    most_groups=lots.choice((None, 0, 2)),
                    size=lots.choice([None, *OrganisationSize]),
                )
            )
            self.organisations.append(at)
            parts = [
                self._chance.add(Department(organisation_id=at, name=name))
                for name in self._chance.some(list(_PARTS))
            ]
            for _person in range(lots.randint(0, 3)):
                part = lots.choice([None, *parts])
                self._person(organisation_id=at, department_id=part)
        for _each in range(3):
            self._person()

    def _person(self, **where: Any) -> None:
        def maybe() -> str:
            return self.lots.choice(("", self._chance.text()))

        key = self._chance.add(
            Person(
                name=self._chance.text(),
                email=maybe(),
                phone=maybe(),
                job_title=maybe(),
                interests=maybe(),
                notes=maybe(),
                created_at=self._chance.at(),
                **where,
            )
        )
        self.people.append(key)
        if self.lots.random() < 0.5:
            given = self.lots.random() < 0.5
            kind = self.lots.choice(list(ConsentKind))
            said = {"given": given, "at": self._chance.at(), "source": self._chance.text()}
            self._chance.add(Consent(person_id=key, kind=kind, **said))

    def _session(self, day: int) -> int:
        key = self._chance.add(
            Session(title=self._chance.text(), starts_at=STARTS.replace(day=day))
        )
        winners = [
            self._chance.add(Winner(session_id=key, title=self._chance.text(), place_in_order=at))
            for at in range(4)
        ]
        for person_id in self._chance.some(self.people):
            self._come(key, person_id)
            self._chance.add(
                Idea(
                    session_id=key,
                    text=self._chance.text(),
                    author_id=person_id,
                    x=0,
                    y=0,
                    created_at=self._chance.at(),
                )
            )
            chosen = self.lots.sample(winners, self.lots.randint(0, 3))
            said = {
                "offers": self._chance.text(),
                "needs": self._chance.text(),
                "role": self.lots.choice(list(MemberRole)),
            }
            for choice, winner_id in enumerate(chosen, 1):
                self._chance.add(
                    Interest(
                        session_id=key,
                        person_id=person_id,
                        winner_id=winner_id,
                        choice=choice,
                        **said,
                    )
                )
        return key

    def _come(self, session_id: int, person_id: int) -> None:
        lots = self.lots
        state = lots.choice(list(AttendanceState))
        key = self._chance.add(
            Attendance(
                session_id=session_id,
                person_id=person_id,
                role=lots.choice(list(AttendanceRole)),
                may_vote=lots.random() < 0.5,
                state=state,
                arrived_at=None if state is AttendanceState.REGISTERED else self._chance.at(),
            )
        )
        for _each in range(lots.randint(0, 3)):
            self._chance.add(
                Passage(attendance_id=key, at=self._chance.at(), inwards=lots.random() < 0.5)
            )
