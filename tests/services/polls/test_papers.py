"""Papers come in, one for each voter, and keep what secrecy lets them keep."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kdc_desktop.domain.polls.states import Channel, Secrecy
from kdc_desktop.domain.polls.turnout import Turnout
from kdc_desktop.errors import UserError
from kdc_desktop.model.journal import JournalChange
from kdc_desktop.model.polls import BallotPaper, HandCount, RollEntry
from kdc_desktop.services.polls import electors, holding, questions, running
from kdc_desktop.services.polls.ballots import ballots_in
from kdc_desktop.services.polls.hands import set_hands
from tests.rooms.count_by_hand import Hands, Paper, tally
from tests.rooms.poll_room import Room, make_room


def test_what_a_paper_keeps_follows_the_secrecy(room: Room) -> None:
    kept = {}
    for secrecy in Secrecy:
        poll_id = room.open_poll(secrecy=secrecy)
        option = room.options(poll_id)[0]
        room.cast(poll_id, 0, {option: 2})
        kept[secrecy] = room.stored_papers(poll_id) == [
            (
                room.people[0] if secrecy == Secrecy.NAMED else None,
                None if secrecy == Secrecy.SECRET else "C",
                {option: 2},
            )
        ]
    assert kept == dict.fromkeys(Secrecy, True)


def test_in_a_named_poll_a_new_paper_replaces_the_old_one(room: Room) -> None:
    poll_id = room.open_poll(secrecy=Secrecy.NAMED)
    first, second = room.options(poll_id)[:2]
    room.cast(poll_id, 0, {first: 5})
    room.cast(poll_id, 0, {second: 1}, Channel.BY_HAND)
    assert room.stored_papers(poll_id) == [(room.people[0], "C", {second: 1})]
    assert questions.turnout(room.database, poll_id) == Turnout(0, 1, 0, 20)


@pytest.mark.parametrize(
    ("secrecy", "kind"), [(Secrecy.SECRET, "secret"), (Secrecy.SECTOR_ONLY, "sector only")]
)
def test_elsewhere_a_paper_cannot_be_taken_back(room: Room, secrecy: Secrecy, kind: str) -> None:
    poll_id = room.open_poll(secrecy=secrecy)
    first, second = room.options(poll_id)[:2]
    room.cast(poll_id, 0, {first: 5})
    with pytest.raises(UserError) as refusal:
        room.cast(poll_id, 0, {second: 1})
    assert str(refusal.value) == (
        f"Aino Ainonen has voted. In a {kind} poll a paper cannot be taken back."
    )
    assert [marks for *_, marks in room.stored_papers(poll_id)] == [{first: 5}]


def test_a_wrong_paper_changes_nothing(room: Room) -> None:
    poll_id = room.open_poll(marks_each=3, stacking=False)
    first, second = room.options(poll_id)[:2]
    for marks in ({first: 2}, {first: -1, second: 1}, {10**9: 1}, {first: True}):
        with pytest.raises(UserError):
            room.cast(poll_id, 0, marks)
    assert room.stored_papers(poll_id) == []
    assert questions.turnout(room.database, poll_id).voted == 0


def test_papers_and_roll_never_enter_the_journal(room: Room) -> None:
    poll_id = room.open_poll()
    room.cast(poll_id, 0, {room.options(poll_id)[0]: 1})
    with room.database.read() as snapshot:
        tables = set(snapshot.scalars(select(JournalChange.table_name)))
    assert tables & {"ballot_paper", "ballot_mark", "voter_roll"} == set()


class Played:
    """A poll with what is expected of it while it is voted in, closed, reopened and counted."""

    def __init__(self, room: Room, secrecy: Secrecy, *, stacking: bool) -> None:
        self.room, self.secrecy, self.stacking = room, secrecy, stacking
        self.poll_id = room.open_poll(secrecy=secrecy, marks_each=4, stacking=stacking)
        self.options = room.options(self.poll_id)
        self.expected: dict[int, dict[int, int]] = {}
        self.is_open, self.is_paused = True, False
        self.gone: set[int] = set()

    def cast(self, who: int, counts: list[int]) -> None:
        takes = self.is_open and not self.is_paused and who not in self.gone
        allowed = takes and sum(counts) <= 4 and (self.stacking or max(counts) <= 1)
        marks = dict(zip(self.options, counts, strict=True))
        try:
            channel = Channel.BY_HAND if counts[0] % 2 else Channel.KIOSK
            self.room.cast(self.poll_id, who, marks, channel)
        except UserError:
            assert not allowed or (who in self.expected and self.secrecy != Secrecy.NAMED)
        else:
            assert allowed
            self.expected[who] = {option: n for option, n in marks.items() if n}

    def act(self, kind: str, who: int, counts: list[int]) -> None:
        for _ in range({"cast": 1, "twice": 2}.get(kind, 0)):
            self.cast(who, counts)
        try:
            if kind in ("close", "pause", "go on"):
                self.hold(kind)
            elif kind in ("leave", "let in"):
                self.come_and_go(kind, who)
            elif kind == "reopen":
                running.reopen_poll(self.room.database, self.poll_id)
                assert not (self.expected and self.secrecy != Secrecy.NAMED)
                self.is_open = True
            elif kind == "hands":
                set_hands(self.room.database, self.poll_id, 14, {self.options[0]: counts[0]})
        except UserError:
            pass

    def hold(self, kind: str) -> None:
        if kind == "close":
            running.close_poll(self.room.database, self.poll_id)
            self.is_open = self.is_paused = False
        elif kind == "pause":
            holding.pause_poll(self.room.database, self.poll_id)
            self.is_paused = True
        else:
            holding.let_go_on(self.room.database, self.poll_id)
            self.is_paused = False

    def come_and_go(self, kind: str, who: int) -> None:
        person = [self.room.people[who]]
        if kind == "leave":
            holding.let_leave(self.room.database, self.poll_id, person)
            assert who not in self.expected, "who has voted stays"
            self.gone.add(who)
        else:
            holding.let_in(self.room.database, self.poll_id, person)
            self.gone.discard(who)


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("cast", "cast", "cast", "cast", "twice", "close", "reopen", "hands"),
                *("pause", "go on", "go on", "leave", "let in"),
            ]
        ),
        st.integers(0, 5),
        st.lists(st.integers(0, 3), min_size=6, max_size=6),
    ),
    max_size=25,
)


@pytest.mark.parametrize("secrecy", Secrecy)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(actions=ACTIONS, stacking=st.booleans())
def test_any_order_of_actions_leaves_one_paper_per_voter_and_a_true_count(
    room: Room, secrecy: Secrecy, actions: list[tuple[str, int, list[int]]], stacking: bool
) -> None:
    """Cast, replace, retry, double click, hands, pause, who leaves or is let in, close, reopen.

    What the database adds up equals `tally`, which counts paper by paper.
    """
    played = Played(room, secrecy, stacking=stacking)
    for action in actions:
        played.act(*action)
    poll_id, expected = played.poll_id, played.expected
    if played.is_open:
        voters = electors.electorate(room.database, poll_id)
        voted = sorted(voter.person_id for voter in voters if voter.channel is not None)
        assert voted == sorted(room.people[who] for who in expected)
        running.close_poll(room.database, poll_id)
    kept = room.stored_papers(poll_id)
    assert sorted(map(str, (marks for *_, marks in kept))) == sorted(map(str, expected.values()))
    with room.database.read() as snapshot:
        roll = snapshot.scalars(
            select(RollEntry.person_id).where(RollEntry.poll_id == poll_id)
        ).all()
        hands = [
            Hands(row.option_id, None, row.hands)
            for row in snapshot.scalars(select(HandCount).where(HandCount.poll_id == poll_id))
        ]
        counted = ballots_in(snapshot, questions.poll_in(snapshot, poll_id)).cast.tally
    assert sorted(roll) == sorted(room.people[who] for who in expected)
    papers = [Paper(sector, marks) for _, sector, marks in kept]
    assert counted == tally(papers, hands)


def test_who_opens_a_file_of_made_up_people_can_bring_the_keys_of_papers(
    tmp_path: Path,
) -> None:
    drawn = iter((42, 42, 43))
    room = make_room(tmp_path / "made-up.kdc", draw=lambda: next(drawn))
    for secrecy in (Secrecy.NAMED, Secrecy.SECRET):
        poll_id = room.open_poll(secrecy=secrecy)
        room.cast(poll_id, 0, {})
        running.close_poll(room.database, poll_id)
    with room.database.read() as snapshot:
        assert set(snapshot.scalars(select(BallotPaper.id))) == {42, 43}
    room.database.close()
