"""What a club of chance has set going: offers, obstacles, gains, tables and wishes."""

from random import Random
from typing import Any

from sqlalchemy import select

from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.obstacles.states import ObstacleEvent, ObstacleKind
from kdc_desktop.domain.offers.states import FitState, OfferKind
from kdc_desktop.domain.seating.states import RoundKind, SeatRole
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Cluster,
    Consortium,
    Department,
    Gain,
    KeptApart,
    Obstacle,
    ObstacleStep,
    Offer,
    OfferMatch,
    Organisation,
    OrganisationInterest,
    Person,
    Seat,
    SeatingRound,
    SeatingTable,
    Session,
    Stage,
    Winner,
)
from kdc_desktop.storage import Database
from tests.rooms.chance import Chance


class RandomTies:
    """Of these people and organisations, in these sessions."""

    def __init__(
        self, chance: Chance, people: list[int], organisations: list[int], sessions: list[int]
    ) -> None:
        self._chance, self._people, self._sessions = chance, people, sessions
        self._organisations = organisations
        rows = chance.edit.execute(select(Department.id, Department.organisation_id))
        self._parts = [(key, of) for key, of in rows]

    def tie(self) -> None:
        """One of everything for many."""
        self._keep_apart()
        self._offer()
        self._wish()
        for key in list(self._chance.edit.scalars(select(Consortium.id))):
            self._hold_up(key)
            self._give_back(key)
        for session_id in self._sessions:
            for place in (1, 2):
                self._seat(session_id, place)

    def _anybody(self) -> dict[str, int | None]:
        """A person, an organisation or a department of one."""
        lots = self._chance.lots
        if lots.random() < 0.4:
            return {"person_id": lots.choice(self._people)}
        if self._parts and lots.random() < 0.5:
            part, of = lots.choice(self._parts)
            return {"organisation_id": of, "department_id": part}
        return {"organisation_id": lots.choice(self._organisations)}

    def _keep_apart(self) -> None:
        pairs = set()
        for _each in range(8):
            one, other = sorted(self._chance.lots.sample(self._people, 2))
            pairs.add((one, other))
        for one, other in sorted(pairs):
            why = self._chance.lots.choice(("", self._chance.text()))
            self._chance.add(
                KeptApart(person_id=one, other_id=other, why=why, at=self._chance.at())
            )

    def _offer(self) -> None:
        lots = self._chance.lots
        sides: dict[OfferKind, list[int]] = {kind: [] for kind in OfferKind}
        for _each in range(24):
            kind = lots.choice(list(OfferKind))
            at = self._chance.at()
            said = {
                "text": self._chance.text(),
                "session_id": lots.choice([None, *self._sessions]),
                "ended_at": lots.choice((None, at)),
            }
            sides[kind].append(
                self._chance.add(Offer(kind=kind, created_at=at, **said, **self._anybody()))
            )
        for need_id in self._chance.some(sides[OfferKind.NEED]):
            for offer_id in self._chance.some(sides[OfferKind.OFFER])[:3]:
                self._chance.add(
                    OfferMatch(
                        offer_id=offer_id,
                        need_id=need_id,
                        session_id=lots.choice([None, *self._sessions]),
                        at=self._chance.at(),
                        state=lots.choice(list(FitState)),
                        note=lots.choice(("", self._chance.text())),
                    )
                )

    def _wish(self) -> None:
        lots = self._chance.lots
        for session_id in self._sessions:
            winners = list(
                self._chance.edit.scalars(select(Winner.id).where(Winner.session_id == session_id))
            )
            seats: list[tuple[int | None, int]] = [(None, one) for one in self._organisations]
            for part, of in self._chance.some([*seats, *self._parts]):
                said: dict[str, Any] = {
                    "offers": self._chance.text(),
                    "needs": self._chance.text(),
                    "role": lots.choice(list(MemberRole)),
                }
                for choice, winner_id in enumerate(self._chance.some(winners)[:3], 1):
                    self._chance.add(
                        OrganisationInterest(
                            session_id=session_id,
                            organisation_id=of,
                            department_id=part,
                            winner_id=winner_id,
                            choice=choice,
                            **said,
                        )
                    )

    def _hold_up(self, consortium_id: int) -> None:
        lots = self._chance.lots
        for _each in range(3):
            key = self._chance.add(
                Obstacle(
                    consortium_id=consortium_id,
                    kind=lots.choice(list(ObstacleKind)),
                    text=self._chance.text(),
                    raised_at=self._chance.at(),
                    next_step=self._chance.text(),
                    **self._owner(),
                )
            )
            for event in self._chance.some(list(ObstacleEvent)):
                said: dict[str, Any] = {"note": self._chance.text(), "said_by": self._chance.text()}
                self._chance.add(
                    ObstacleStep(
                        obstacle_id=key, event=event, at=self._chance.at(), **said, **self._owner()
                    )
                )

    def _owner(self) -> dict[str, int | None]:
        who = self._anybody()
        return {"owner_id" if name == "person_id" else name: key for name, key in who.items()}

    def _give_back(self, consortium_id: int) -> None:
        lots = self._chance.lots
        for way in GainWay:
            said: dict[str, Any] = {"note": self._chance.text(), "said_by": self._chance.text()}
            self._chance.add(
                Gain(
                    consortium_id=consortium_id,
                    way=way,
                    minutes=lots.random() * 60,
                    people=lots.randint(1, 9000),
                    at=self._chance.at(),
                    **said,
                )
            )

    def _seat(self, session_id: int, place: int) -> None:
        lots = self._chance.lots
        stages, clusters = self._stages(session_id), self._clusters(session_id, place)
        groups = list(self._chance.edit.scalars(select(Consortium.id)))
        round_id = self._chance.add(
            SeatingRound(
                session_id=session_id,
                kind=lots.choice(list(RoundKind)),
                title=self._chance.text(),
                place_in_order=place,
                stage_id=lots.choice([None, *stages]),
                seats=4,
                made_at=self._chance.at(),
            )
        )
        self._seat_at(round_id, groups, clusters)

    def _seat_at(self, round_id: int, groups: list[int], clusters: list[int]) -> None:
        lots = self._chance.lots
        tables = [
            self._chance.add(
                SeatingTable(
                    round_id=round_id,
                    place_in_order=at,
                    topic=self._chance.text(),
                    consortium_id=lots.choice([None, *groups]),
                    cluster_id=lots.choice([None, *clusters]),
                    met_at=lots.choice((None, self._chance.at())),
                )
            )
            for at in range(3)
        ]
        self._sit(round_id, tables)

    def _sit(self, round_id: int, tables: list[int]) -> None:
        lots = self._chance.lots
        for at, person_id in enumerate(self._chance.some(self._people)):
            self._chance.add(
                Seat(
                    round_id=round_id,
                    table_id=lots.choice(tables),
                    person_id=person_id,
                    place_in_order=at,
                    role=lots.choice(list(SeatRole)),
                    pinned=lots.random() < 0.2,
                    came=lots.random() < 0.8,
                )
            )

    def _stages(self, session_id: int) -> list[int]:
        said: dict[str, Any] = {"session_id": session_id, "kind": "ideas", "planned_minutes": 10}
        return [
            self._chance.add(Stage(place_in_order=at, title=self._chance.text(), **said))
            for at in range(2)
        ]

    def _clusters(self, session_id: int, place: int) -> list[int]:
        box = {"x": 0, "y": 0, "width": 100, "height": 100, "session_id": session_id}
        return [
            self._chance.add(Cluster(name=self._chance.text(), number=at, **box))
            for at in (2 * place, 2 * place + 1)
        ]


def tie_all(database: Database, seed: int = 1) -> None:
    """The same among all people and organisations of a club, in its sessions."""
    with database.edit(lazy("What is set going")) as edit:
        found = [
            list(edit.scalars(select(entity.id).order_by(entity.id)))
            for entity in (Person, Organisation, Session)
        ]
        RandomTies(Chance(edit, Random(seed)), *found).tie()
