"""Ideas that go far: what a facilitator does from the board to commitments, in a line each."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.polls.states import PollSubject, Secrecy
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import day_of, laptop_zone
from kdc_desktop.model import Consortium, Member, Organisation
from kdc_desktop.services.board.ideas import add_idea
from kdc_desktop.services.chains.questions import all_chains, chain_of
from kdc_desktop.services.chains.rows import Chain, ChainRow
from kdc_desktop.services.consortia.steps import say_state
from kdc_desktop.services.winners.marking import add_winner, mark_winners
from tests.rooms.poll_room import EVENING, Room, make_room
from tests.rooms.workbook_room import reveal, vote


@dataclass(frozen=True)
class ChainsRoom:
    """A room to vote in, with an idea in each of six clusters."""

    room: Room

    @property
    def today(self) -> date:
        """The day of the evening, on which all of it happens."""
        return day_of(EVENING, laptop_zone())

    def idea(self, text: str, author: int | None = None, **more: Any) -> int:
        """One more idea; its author by their place among the people."""
        author_id = None if author is None else self.room.people[author]
        return add_idea(self.room.database, self.room.session_id, text, author_id, **more)

    def voted(self, *ideas: int, votes: tuple[int, ...] = (), shown: bool = True) -> int:
        """A poll on ideas in which the first has so many votes, and so on; the poll's id."""
        of = {"subject": PollSubject.IDEAS, "option_ids": ideas, "marks_each": 1}
        plan = {**of, "secrecy": Secrecy.NAMED}  # else so few papers tell nothing
        poll_id = self.room.open_poll(question="Which of these?", **plan)
        people = iter(range(len(self.room.people)))
        for place, count in enumerate(votes):
            vote(self.room, poll_id, [next(people) for _each in range(count)], place)
        if shown:
            reveal(self.room, poll_id)
        return poll_id

    def chosen(self, poll_id: int, place: int = 0) -> int:
        """The option at this place of the paper is taken further; the winner's id."""
        option = self.room.options(poll_id)[place]
        return mark_winners(self.room.database, poll_id, [option])[0]

    def taken_further(self, **what: int) -> int:
        """An idea or a cluster is, without a vote; the winner's id."""
        return add_winner(self.room.database, self.room.session_id, **what)

    def consortium(self, winner_id: int, name: str = "Yard bikes") -> tuple[int, int]:
        """One forms around a winner, with a member; the ids of both."""
        with self.room.database.edit(lazy("Formed one")) as edit:
            of = {"session_id": self.room.session_id, "winner_id": winner_id}
            made = Consortium(**of, name=name, place_in_order=1, created_at=EVENING)
            lead = Organisation(name=f"Works of {name}", sector="C")
            edit.add_all([made, lead])
            edit.flush()
            member = Member(consortium_id=made.id, organisation_id=lead.id, joined_at=EVENING)
            edit.add(member)
            edit.flush()
            return made.id, member.id

    def state(self, consortium_id: int, state: ConsortiumState) -> None:
        """Somebody says how far it is."""
        say_state(self.room.database, consortium_id, state, "Aino")

    def day(self, days: int) -> date:
        """So many days from the evening."""
        return self.today + timedelta(days=days)

    def chains(self) -> list[ChainRow]:
        """What became of all of them."""
        return all_chains(self.room.database)

    def row(self, idea_id: int) -> ChainRow:
        """What became of one, in the list of all."""
        return next(row for row in self.chains() if row.id == idea_id)

    def chain(self, idea_id: int) -> Chain:
        """The same step by step."""
        found = chain_of(self.room.database, idea_id)
        assert found is not None
        return found


def make_chains(path: Path, people: int = 12) -> ChainsRoom:
    """The open file of one evening."""
    return ChainsRoom(make_room(path, people))
