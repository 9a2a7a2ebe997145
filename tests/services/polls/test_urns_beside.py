"""Many cast, many ask, and one closes the poll: what was taken is there once."""

import threading
from collections.abc import Callable

from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.services.polls import electors, questions, running
from tests.rooms.poll_room import Room, make_room


class Beside:
    """Threads that cast and ask until the poll is closed."""

    def __init__(self, room: Room, poll_id: int) -> None:
        self.room, self.poll_id = room, poll_id
        self.taken: set[int] = set()
        self.refused: set[str] = set()
        self.seen: list[tuple[bool, bool]] = []
        self.wrong: list[BaseException] = []
        self.enough, self.over = threading.Event(), threading.Event()

    def cast(self, first: int) -> None:
        for place in range(first, 200, 4):
            try:
                self.room.cast(self.poll_id, place, {})
            except UserError as problem:
                self.refused.add(str(problem))
            else:
                self.taken.add(self.room.people[place])
            if len(self.taken) > 20:
                self.enough.set()

    def ask(self, _first: int) -> None:
        while not self.over.is_set():
            row = questions.poll(self.room.database, self.poll_id)
            voters = electors.electorate(self.room.database, self.poll_id)
            voted = sum(voter.channel is not None for voter in voters)
            self.seen.append((row.elsewhere is None, voted >= row.papers))

    def guarded(self, work: Callable[[int], None], first: int) -> None:
        try:
            work(first)
        except BaseException as error:
            self.wrong.append(error)


def test_closing_beside_those_who_vote_and_ask_loses_and_doubles_nothing(tmp_path) -> None:
    room = make_room(tmp_path / "club.kdc", people=200)
    poll_id = room.open_poll(secrecy=Secrecy.SECRET)
    beside = Beside(room, poll_id)
    works = [(beside.cast, first) for first in range(4)] + [(beside.ask, 0)] * 2
    threads = [threading.Thread(target=beside.guarded, args=each) for each in works]
    for thread in threads:
        thread.start()
    assert beside.enough.wait(60)
    running.close_poll(room.database, poll_id)
    for thread in threads[:4]:
        thread.join()
    beside.over.set()
    for thread in threads[4:]:
        thread.join()
    assert beside.wrong == []
    assert beside.refused <= {"This poll is closed, so the paper was not counted."}
    assert set(beside.seen) == {(True, True)}
    voters = electors.electorate(room.database, poll_id)
    assert {voter.person_id for voter in voters if voter.channel} == beside.taken
    assert len(room.stored_papers(poll_id)) == len(beside.taken)
    room.database.close()
