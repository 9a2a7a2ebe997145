"""From a draft to a result that everybody may see."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kdc_desktop.domain.polls.counting import Hands, Paper, tally
from kdc_desktop.domain.polls.ranking import Order
from kdc_desktop.domain.polls.states import Channel, Method, PollSubject, Secrecy
from kdc_desktop.domain.polls.turnout import Turnout
from kdc_desktop.errors import UserError
from kdc_desktop.model import (
    Attendance,
    BallotMark,
    BallotPaper,
    HandCount,
    Idea,
    JournalChange,
    RollEntry,
)
from kdc_desktop.services.polls import papers, preparing, results, running
from kdc_desktop.services.polls import questions as poll_questions
from kdc_desktop.services.polls.hands import set_hands
from tests.rooms.poll_room import TOPICS, make_room


@pytest.fixture
def room(tmp_path):
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


def cast(room, poll_id, place, marks, channel=Channel.KIOSK):
    papers.cast_paper(room.database, poll_id, room.people[place], marks, channel)


def change(room, person_id, **values):
    with room.database.edit("Change attendance") as edit:
        attendance = edit.scalars(select(Attendance).where(Attendance.person_id == person_id)).one()
        for name, value in values.items():
            setattr(attendance, name, value)


def stored_papers(room, poll_id):
    with room.database.read() as session:
        found = session.scalars(select(BallotPaper).where(BallotPaper.poll_id == poll_id))
        return [
            (
                paper.person_id,
                paper.sector,
                {
                    mark.option_id: mark.marks
                    for mark in session.scalars(
                        select(BallotMark).where(BallotMark.paper_id == paper.id)
                    )
                },
            )
            for paper in found
        ]


def test_the_electorate_are_those_present_with_a_vote_when_the_poll_opens(room):
    change(room, room.people[0], state="left")
    change(room, room.people[1], may_vote=False)
    poll_id = room.open_poll()
    change(room, room.people[2], state="left")
    voters = poll_questions.electorate(room.database, poll_id)
    assert sorted(voter.person_id for voter in voters) == room.people[2:]
    cast(room, poll_id, 2, {})
    with pytest.raises(UserError, match="was not in the room"):
        cast(room, poll_id, 0, {})


def test_merged_and_trashed_ideas_are_no_choices_and_their_parents_are(room):
    first, second, third = room.ideas[:3]
    with room.database.edit("Merge and trash") as edit:
        edit.get_one(Idea, second).parent_id = first
        edit.get_one(Idea, third).trashed_at = room.database.now()
    offered = [
        row.id for row in poll_questions.choices(room.database, room.session_id, PollSubject.IDEAS)
    ]
    assert offered == [first, *room.ideas[3:]]
    with pytest.raises(UserError, match="gone from the board"):
        room.draft(subject="ideas", option_ids=(first, second))


def test_options_keep_the_order_and_the_titles_of_the_moment(room):
    poll_id = room.draft(option_ids=(room.clusters[2], room.clusters[0]))
    titles = [option.title for option in poll_questions.options(room.database, poll_id)]
    assert titles == [TOPICS[2], TOPICS[0]]


def test_a_draft_can_be_changed_and_an_open_poll_cannot(room):
    poll_id = room.draft(secrecy="secret")
    plan = preparing.PollPlan(
        question="And now?",
        secrecy=Secrecy.NAMED,
        method=Method.APPROVAL,
        option_ids=tuple(room.clusters[:2]),
    )
    preparing.change_poll(room.database, poll_id, plan)
    row = poll_questions.poll(room.database, poll_id)
    assert (row.question, row.secrecy, row.options, row.stacking) == ("And now?", "named", 2, False)
    running.open_poll(room.database, poll_id)
    with pytest.raises(UserError, match="stays as it is"):
        preparing.change_poll(room.database, poll_id, plan)


def test_opening_is_not_undone_and_neither_is_the_poll_under_it(room):
    before = room.database.next_steps()[0]
    poll_id = room.open_poll()
    assert room.database.next_steps()[0] == before
    assert poll_questions.poll(room.database, poll_id).state == "open"


def test_a_draft_is_undone_with_its_options(room):
    room.draft()
    room.database.undo()
    assert poll_questions.polls(room.database, room.session_id) == []
    assert str(room.database.redo().label) == "Prepared the poll “What shall we start this winter?”"
    assert poll_questions.polls(room.database, room.session_id)[0].options == 6


def test_a_discarded_poll_comes_back_with_undo(room):
    poll_id = room.draft()
    preparing.discard_poll(room.database, poll_id)
    assert poll_questions.polls(room.database, room.session_id) == []
    room.database.undo()
    assert [row.id for row in poll_questions.polls(room.database, room.session_id)] == [poll_id]


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        ({"question": "  "}, "Write the question"),
        ({"option_ids": ()}, "at least two options"),
        ({"marks_each": 0}, "between 1 and 100 dots"),
        ({"smallest_group": 2}, "between 3 and 10"),
    ],
)
def test_a_plan_that_cannot_be_voted_on_is_refused(room, plan, sentence):
    with pytest.raises(UserError, match=sentence):
        room.draft(**plan)


def test_a_poll_needs_somebody_who_may_vote(room):
    for person_id in room.people:
        change(room, person_id, state="left")
    with pytest.raises(UserError, match="Check people in first"):
        room.open_poll()


def test_what_a_paper_keeps_follows_the_secrecy(room):
    kept = {}
    for secrecy in ("named", "sector", "secret"):
        poll_id = room.open_poll(secrecy=secrecy)
        option = room.options(poll_id)[0]
        cast(room, poll_id, 0, {option: 2})
        kept[secrecy] = stored_papers(room, poll_id) == [
            (
                room.people[0] if secrecy == "named" else None,
                None if secrecy == "secret" else "C",
                {option: 2},
            )
        ]
    assert kept == {"named": True, "sector": True, "secret": True}


def test_in_a_named_poll_a_new_paper_replaces_the_old_one(room):
    poll_id = room.open_poll(secrecy="named")
    first, second = room.options(poll_id)[:2]
    cast(room, poll_id, 0, {first: 5})
    cast(room, poll_id, 0, {second: 1}, Channel.BY_HAND)
    assert stored_papers(room, poll_id) == [(room.people[0], "C", {second: 1})]
    assert poll_questions.turnout(room.database, poll_id) == Turnout(0, 1, 0, 20)


@pytest.mark.parametrize(("secrecy", "kind"), [("secret", "secret"), ("sector", "sector only")])
def test_elsewhere_a_paper_cannot_be_taken_back(room, secrecy, kind):
    poll_id = room.open_poll(secrecy=secrecy)
    first, second = room.options(poll_id)[:2]
    cast(room, poll_id, 0, {first: 5})
    with pytest.raises(UserError) as refusal:
        cast(room, poll_id, 0, {second: 1})
    assert str(refusal.value) == (
        f"Aino Ainonen has voted. In a {kind} poll a paper cannot be taken back."
    )
    assert [marks for *_, marks in stored_papers(room, poll_id)] == [{first: 5}]


def test_a_wrong_paper_changes_nothing(room):
    poll_id = room.open_poll(marks_each=3, stacking=False)
    first, second = room.options(poll_id)[:2]
    for marks in ({first: 2}, {first: -1, second: 1}, {10**9: 1}):
        with pytest.raises(UserError):
            cast(room, poll_id, 0, marks)
    assert stored_papers(room, poll_id) == []
    assert poll_questions.turnout(room.database, poll_id).voted == 0


def test_papers_and_roll_never_enter_the_journal(room):
    poll_id = room.open_poll()
    cast(room, poll_id, 0, {room.options(poll_id)[0]: 1})
    with room.database.read() as session:
        tables = set(session.scalars(select(JournalChange.table_name)))
    assert tables & {"ballot_paper", "ballot_mark", "voter_roll"} == set()


def test_hands_and_papers_are_counted_in_one_poll(room):
    poll_id = room.open_poll(marks_each=2, smallest_group=3)
    first, second = room.options(poll_id)[:2]
    for place in range(5):
        cast(room, poll_id, place, {first: 2}, Channel.KIOSK if place < 3 else Channel.BY_HAND)
    polls_before = poll_questions.turnout(room.database, poll_id)
    set_hands(room.database, poll_id, 15, {first: 10, second: 20})
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    result = room.result(poll_id)
    assert polls_before.voted == 5
    assert result.turnout.reconciliation.sentence == (
        "3 at the kiosk + 2 by hand + 15 by show of hands = 20 of 20 present"
    )
    assert [(row.place, row.title, row.total) for row in result.rows[:3]] == [
        ("=1", TOPICS[0], 20),
        ("=1", TOPICS[1], 20),
        ("=3", TOPICS[2], 0),
    ]


@pytest.mark.parametrize(
    ("people", "given", "sentence"),
    [
        (21, {}, "At most 19 can take part by hand"),
        (2, {0: 5}, "at most 4 hands"),
        (2, {0: 3, 1: 3}, "make 4 hands"),
        (-1, {}, "less than nothing"),
    ],
)
def test_a_show_of_hands_keeps_the_limits(room, people, given, sentence):
    poll_id = room.open_poll(marks_each=2)
    cast(room, poll_id, 0, {})
    options = room.options(poll_id)
    with pytest.raises(UserError, match=sentence):
        set_hands(room.database, poll_id, people, {options[at]: n for at, n in given.items()})


def test_when_hands_make_up_everybody_no_further_paper_comes_in(room):
    poll_id = room.open_poll()
    set_hands(room.database, poll_id, 20, {})
    with pytest.raises(UserError, match="Correct the show of hands first"):
        cast(room, poll_id, 0, {})


def test_a_result_is_hidden_until_it_is_revealed_and_again_after_reopening(room):
    poll_id = room.open_poll(secrecy="named")
    with pytest.raises(UserError, match="not over"):
        room.result(poll_id)
    running.close_poll(room.database, poll_id)
    for question in (room.result, lambda hidden: results.papers(room.database, hidden)):
        with pytest.raises(UserError, match="hidden until it is revealed"):
            question(poll_id)
    running.reveal_poll(room.database, poll_id)
    assert len(room.result(poll_id).rows) == 6
    running.reopen_poll(room.database, poll_id)
    assert poll_questions.poll(room.database, poll_id).revealed is False
    with pytest.raises(UserError, match="not over"):
        room.result(poll_id)


def test_a_closed_poll_takes_no_paper_until_it_is_reopened(room):
    poll_id = room.open_poll()
    running.close_poll(room.database, poll_id)
    with pytest.raises(UserError, match="was not counted"):
        cast(room, poll_id, 0, {})
    running.reopen_poll(room.database, poll_id)
    cast(room, poll_id, 0, {})
    assert poll_questions.turnout(room.database, poll_id).kiosk == 1


def test_a_secret_poll_that_was_revealed_stays_closed(room):
    poll_id = room.open_poll(secrecy="secret")
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    with pytest.raises(UserError, match="Hold another round"):
        running.reopen_poll(room.database, poll_id)
    again = preparing.repeat_poll(room.database, poll_id, room.options(poll_id)[:2])
    assert [option.title for option in poll_questions.options(room.database, again)] == list(
        TOPICS[:2]
    )


def test_small_sectors_are_hidden_and_the_weakest_sector_ranks(room):
    poll_id = room.open_poll(secrecy="sector", marks_each=1, smallest_group=4)
    first, second = room.options(poll_id)[:2]
    for place in range(20):
        cast(room, poll_id, place, {first: 1} if place % 5 == 0 or place < 10 else {second: 1})
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    by_total = room.result(poll_id)
    assert [row.total for row in by_total.rows[:2]] == [12, 8]
    assert [(share.sector, share.count) for share in by_total.rows[0].shares] == [
        ("C", 4),
        ("P", 2),
        ("A", 2),
        ("T", 2),
        ("R", 2),
    ]
    assert (by_total.rows[0].every_sector, by_total.rows[1].every_sector) == (True, False)
    by_weakest = room.result(poll_id, Order.WEAKEST)
    assert (by_weakest.rows[0].weakest_share, by_weakest.rows[1].weakest_share) == (0.5, 0.0)


def test_papers_are_given_out_only_as_far_as_secrecy_allows(room):
    poll_id = room.open_poll(secrecy="sector", smallest_group=3)
    option = room.options(poll_id)[0]
    for place in (0, 5, 10, 1):
        cast(room, poll_id, place, {option: 1})
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    rows = results.papers(room.database, poll_id)
    assert [(row.person_id, row.sector, dict(row.marks)) for row in rows] == [
        (None, None, {option: 1})
    ] * 4


def test_questions_cost_the_same_however_many_polls_there_are(room):
    from sqlalchemy import event

    counted = []
    event.listen(room.database._engine, "before_cursor_execute", lambda *_: counted.append(1))
    numbers = []
    for _ in range(2):
        room.open_poll()
        counted.clear()
        poll_questions.polls(room.database, room.session_id)
        numbers.append(len(counted))
    assert numbers[0] == numbers[1]


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["cast", "cast", "cast", "twice", "close", "reopen", "hands"]),
        st.integers(0, 5),
        st.lists(st.integers(0, 3), min_size=6, max_size=6),
    ),
    max_size=25,
)


@pytest.mark.parametrize("secrecy", ["named", "sector", "secret"])
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(actions=ACTIONS, stacking=st.booleans())
def test_any_order_of_actions_leaves_one_paper_per_voter_and_a_true_count(
    room, secrecy, actions, stacking
):
    """Cast, replace, retry, double click, hands, close and reopen, in any order.

    What the database adds up equals `tally` of the domain, which counts paper by paper.
    """
    poll_id = room.open_poll(secrecy=secrecy, marks_each=4, stacking=stacking)
    options = room.options(poll_id)
    expected = {}
    is_open = True
    for kind, who, counts in actions:
        marks = dict(zip(options, counts, strict=True))
        for _ in range({"cast": 1, "twice": 2}.get(kind, 0)):
            allowed = is_open and sum(counts) <= 4 and (stacking or max(counts) <= 1)
            try:
                cast(room, poll_id, who, marks)
            except UserError:
                assert not allowed or (who in expected and secrecy != "named")
            else:
                assert allowed
                expected[who] = {option: n for option, n in marks.items() if n}
        try:
            if kind == "close":
                running.close_poll(room.database, poll_id)
                is_open = False
            elif kind == "reopen":
                running.reopen_poll(room.database, poll_id)
                is_open = True
            elif kind == "hands":
                set_hands(room.database, poll_id, 14, {options[0]: counts[0]})
        except UserError:
            pass
    kept = stored_papers(room, poll_id)
    assert sorted(map(str, (marks for *_, marks in kept))) == sorted(map(str, expected.values()))
    with room.database.read() as session:
        roll = session.scalars(
            select(RollEntry.person_id).where(RollEntry.poll_id == poll_id)
        ).all()
        hands = [
            Hands(row.option_id, None, row.hands)
            for row in session.scalars(select(HandCount).where(HandCount.poll_id == poll_id))
        ]
        counted = results.count(session, poll_id, options)
    assert sorted(roll) == sorted(room.people[who] for who in expected)
    assert counted == tally(options, [Paper(sector, marks) for _, sector, marks in kept], hands)


def test_who_opens_a_file_of_made_up_people_can_bring_the_keys_of_papers(tmp_path):
    room = make_room(tmp_path / "made-up.kdc", draw=lambda: 42)
    cast(room, room.open_poll(), 0, {})
    with room.database.read() as session:
        assert session.scalars(select(BallotPaper.id)).all() == [42]
    room.database.close()
