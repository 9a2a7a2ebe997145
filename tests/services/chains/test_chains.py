"""What became of each idea of the club."""

from kdc_desktop.domain.chains.how_far import HowFar
from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Gain, Idea, Session
from kdc_desktop.services.board.boards import add_board
from kdc_desktop.services.board.ideas import trash_ideas
from kdc_desktop.services.board.merging import merge_ideas
from kdc_desktop.services.chains.questions import all_chains, chain_of, ideas_behind
from kdc_desktop.services.chains.rows import KeptCounts, StepKind
from kdc_desktop.services.chains.to_authors import told_to_author
from kdc_desktop.services.chains.words import came_to
from kdc_desktop.services.consortia.worked_on import take_up
from kdc_desktop.services.obstacles.going_on import solve
from kdc_desktop.services.obstacles.noting import NewObstacle, note_obstacle
from kdc_desktop.services.polls.holding import void_poll
from kdc_desktop.services.polls.running import close_poll, reveal_poll
from kdc_desktop.services.sessions.planning import trash_sessions
from kdc_desktop.services.visions.commitments import commit, fulfil_commitment
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.readings import set_reading
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.chains_room import ChainsRoom
from tests.rooms.poll_room import EVENING, STARTS
from tests.rooms.vision_pages import reveal_all
from tests.rooms.workbook_room import reveal


def told(club: ChainsRoom, idea_id: int) -> tuple[HowFar, str]:
    row = club.row(idea_id)
    return row.far, str(came_to(row))


def steps(club: ChainsRoom, idea_id: int) -> list[tuple[str, str, str]]:
    return [(str(step.label), step.words, str(step.state)) for step in club.chain(idea_id).steps]


def behind(club: ChainsRoom, consortium_id: int) -> list[int]:
    return ideas_behind(club.room.database, consortium_id)


def test_an_idea_that_nobody_took_up_stays_on_the_board(club: ChainsRoom) -> None:
    bench = club.idea("A bench in the sun", 0)
    row = club.row(bench)
    assert (row.author, row.author_id) == ("Aino Ainonen", club.room.people[0])
    assert told(club, bench) == (HowFar.WRITTEN, "on the board, and can be taken up again")
    assert steps(club, bench) == [("Idea", "A bench in the sun", "")]


def test_how_far_it_came_in_the_vote_is_told_with_its_place(club: ChainsRoom) -> None:
    first, second, third = (club.idea(text) for text in ("Trams", "Boats", "Kites"))
    club.voted(first, second, third, votes=(3, 1, 1))
    assert told(club, first) == (HowFar.VOTED, "in the vote: place 1 of 3")
    assert told(club, second) == told(club, third) == (HowFar.VOTED, "in the vote: place =2 of 3")
    assert steps(club, second)[1] == ("Vote", "Which of these?", "place =2 of 3")


def test_the_best_place_of_several_votes_counts(club: ChainsRoom) -> None:
    trams, boats = club.idea("Trams"), club.idea("Boats")
    club.voted(trams, boats, votes=(1, 2))
    club.voted(trams, boats, votes=(2, 1))
    assert str(came_to(club.row(trams))) == "in the vote: place 1 of 2"
    assert [state for label, _words, state in steps(club, trams) if label == "Vote"] == [
        "place 2 of 2",
        "place 1 of 2",
    ]


def test_what_is_not_announced_stays_hidden(club: ChainsRoom) -> None:
    trams, boats = club.idea("Trams"), club.idea("Boats")
    poll_id = club.voted(trams, boats, votes=(2, 1), shown=False)
    assert told(club, trams) == (HowFar.VOTED, "is being voted on now")
    close_poll(club.room.database, poll_id)
    assert told(club, trams) == (HowFar.VOTED, "in a vote whose result is not shown yet")
    assert club.row(trams).placed is None
    reveal_poll(club.room.database, poll_id)
    assert told(club, trams) == (HowFar.VOTED, "in the vote: place 1 of 2")


def test_a_void_vote_places_nothing_and_is_told_as_void(club: ChainsRoom) -> None:
    trams, boats = club.idea("Trams"), club.idea("Boats")
    poll_id = club.voted(trams, boats, votes=(2, 1))
    void_poll(club.room.database, poll_id, "Half the room had no paper")
    assert told(club, trams) == (HowFar.VOTED, "in a vote that was declared void")
    assert steps(club, trams)[1] == ("Vote", "Which of these?", "result declared void")
    assert told_to_author(club.row(trams), {}, {})[0] == (
        "It is among what the room was asked in “Which of these?”. The result was declared void."
    )
    club.voted(trams, boats, votes=(1, 2))
    assert told(club, trams) == (HowFar.VOTED, "in the vote: place 2 of 2")


def test_a_draft_of_a_poll_is_no_vote(club: ChainsRoom) -> None:
    trams, boats = club.idea("Trams"), club.idea("Boats")
    club.room.draft(subject="ideas", option_ids=(trams, boats), secrecy=Secrecy.SECRET)
    assert club.row(trams).voted == ()


def test_a_cluster_carries_its_ideas(club: ChainsRoom) -> None:
    yard, cluster = club.room.ideas[0], club.room.clusters[0]
    poll_id = club.room.open_poll(marks_each=1, secrecy=Secrecy.NAMED)
    club.room.cast(poll_id, 0, {club.room.options(poll_id)[0]: 1})
    reveal(club.room, poll_id)
    assert told(club, yard) == (
        HowFar.VOTED,
        "with “Yard cargo bikes”: in the vote: place 1 of 6",
    )
    winner = club.taken_further(cluster_id=cluster)
    assert told(club, yard) == (
        HowFar.CHOSEN,
        "with “Yard cargo bikes”: chosen, and has no consortium yet",
    )
    consortium_id, _member = club.consortium(winner)
    assert told(club, yard) == (
        HowFar.FORMED,
        "with “Yard cargo bikes”: Yard bikes: forming, no vision yet",
    )
    assert behind(club, consortium_id) == [yard]


def test_a_merged_idea_follows_to_the_one_it_was_merged_into(club: ChainsRoom) -> None:
    trams, also, again = (club.idea(text, place) for place, text in enumerate("ABC"))
    merge_ideas(club.room.database, [again], into=also)
    merge_ideas(club.room.database, [also], into=trams)
    assert told(club, again) == (HowFar.WRITTEN, "merged into “A”")
    poll_id = club.voted(trams, club.room.ideas[0], votes=(2, 1))
    consortium_id, _member = club.consortium(club.chosen(poll_id))
    for key in (also, again):
        assert told(club, key) == (
            HowFar.FORMED,
            "with “A”: Yard bikes: forming, no vision yet",
        )
    assert behind(club, consortium_id) == [trams, also, again]
    assert [label for label, _words, _state in steps(club, again)] == [
        *("Idea", "Merged into", "Vote", "Chosen", "Consortium")
    ]


def test_what_was_chosen_before_it_was_merged_does_not_carry_the_other(club: ChainsRoom) -> None:
    trams, boats = club.idea("Trams"), club.idea("Boats")
    consortium_id, _member = club.consortium(club.taken_further(idea_id=boats))
    merge_ideas(club.room.database, [boats], into=trams)
    assert told(club, trams)[0] is HowFar.WRITTEN
    assert told(club, boats)[0] is HowFar.FORMED
    assert behind(club, consortium_id) == [boats]


def test_versions_readings_and_commitments_are_told_with_their_states(club: ChainsRoom) -> None:
    database, trams = club.room.database, club.idea("Trams", 1)
    consortium_id, member = club.consortium(club.taken_further(idea_id=trams))
    first = save_version(database, consortium_id, "Trams by night")
    set_reading(database, first, member, "Later shifts")
    second = save_version(database, consortium_id, "Trams by night and day")
    take_position(database, second, member, 7)
    kept = commit(database, member, "A timetable", club.day(3))
    fulfil_commitment(database, kept)
    commit(database, member, "A driver", club.day(-1))
    commit(database, member, "A map", club.day(20))
    row = club.row(trams)
    assert (row.far, row.groups[0].kept) == (HowFar.PROMISED, KeptCounts(1, 1, 1))
    assert str(came_to(row)) == "Yard bikes: visioning, version 2, 1 of 3 commitments kept"
    assert steps(club, trams)[2:] == [
        ("Consortium", "Yard bikes", "visioning"),
        ("Commitment", "A driver", "late"),
        ("Vision, version 1", "Trams by night", ""),
        ("Vision, version 2", "Trams by night and day", "being asked"),
        ("Commitment", "A timetable", "kept"),
        ("Commitment", "A map", "to come"),
    ]
    reveal_all(database)
    assert steps(club, trams)[5][2] == "1 of 1 agrees"
    assert str(club.chain(trams).steps[4].told) == ("1 member has said what it means for them.")


def test_a_consortium_taken_up_and_handed_on_is_followed_through_all_evenings(
    club: ChainsRoom,
) -> None:
    database, trams = club.room.database, club.idea("Trams")
    consortium_id, _member = club.consortium(club.taken_further(idea_id=trams))
    with database.edit(lazy("The next evening")) as edit:
        spring = Session(title="Spring evening", starts_at=STARTS.replace(year=2027, month=3))
        edit.add(spring)
        edit.flush()
        key = spring.id
    take_up(database, key, consortium_id)
    save_version(database, consortium_id, "Trams")
    club.state(consortium_id, ConsortiumState.LET_GO)
    club.state(consortium_id, ConsortiumState.STOPPED)
    found = club.chain(trams).steps
    assert [(step.stop.kind, step.stop.session_id) for step in found[2:]] == [
        (StepKind.FORMED, None),
        (StepKind.STATE, None),
        (StepKind.STATE, None),
        (StepKind.VERSION, None),
        (StepKind.TAKEN_UP, key),
    ]
    assert str(came_to(club.row(trams))) == "Yard bikes: stopped, version 1"


def test_a_consortium_that_is_over_owes_nothing_any_more(club: ChainsRoom) -> None:
    database, trams = club.room.database, club.idea("Trams")
    consortium_id, member = club.consortium(club.taken_further(idea_id=trams))
    save_version(database, consortium_id, "Trams")
    commit(database, member, "A driver", club.day(-1))
    club.state(consortium_id, ConsortiumState.STOPPED)
    assert (club.row(trams).far, club.row(trams).groups[0].kept) == (HowFar.VISION, KeptCounts())
    assert ("Commitment", "A driver", "expected no more") in steps(club, trams)


def test_what_holds_a_consortium_back_is_a_step_until_it_is_solved(club: ChainsRoom) -> None:
    database, trams = club.room.database, club.idea("Trams")
    consortium_id, _member = club.consortium(club.taken_further(idea_id=trams))
    permit = NewObstacle(ObstacleKind.PERMIT, "The harbour office")
    obstacle_id = note_obstacle(database, consortium_id, permit)
    held = ("Held back by: permit", "The harbour office")
    assert steps(club, trams)[-1] == (*held, "open")
    solve(database, obstacle_id)
    assert steps(club, trams)[-1] == (*held, "solved on 03.11.2026")


def test_what_a_consortium_gives_back_is_a_step_and_a_measure_counts(club: ChainsRoom) -> None:
    database, trams = club.room.database, club.idea("Trams")
    consortium_id, _member = club.consortium(club.taken_further(idea_id=trams))
    for way, minutes in ((GainWay.MEASURED, 6.5), (GainWay.GUESSED, 18)):
        with database.edit(lazy("Said")) as edit:
            said = {"way": way, "minutes": minutes, "people": 240, "at": EVENING}
            edit.add(Gain(consortium_id=consortium_id, **said))
    assert steps(club, trams)[-1] == ("Given back", "", "6.5 minutes a day to 240 people, measured")


def test_of_several_consortia_the_furthest_counts_and_all_are_told(club: ChainsRoom) -> None:
    database, yard = club.room.database, club.room.ideas[0]
    club.consortium(club.taken_further(cluster_id=club.room.clusters[0]), "Slow ones")
    quick, _member = club.consortium(club.taken_further(idea_id=yard), "Quick ones")
    save_version(database, quick, "At once")
    row = club.row(yard)
    assert [group.name for group in row.groups] == ["Quick ones", "Slow ones"]
    assert (row.via, str(came_to(row))) == ("", "Quick ones: visioning, version 1")
    formed = [words for label, words, _state in steps(club, yard) if label == "Consortium"]
    assert formed == ["Quick ones", "Slow ones"]


def test_what_lies_in_the_trash_is_not_told(club: ChainsRoom) -> None:
    database = club.room.database
    trams, boats = club.idea("Trams"), club.idea("Boats")
    merge_ideas(database, [boats], into=trams)
    consortium_id, _member = club.consortium(club.taken_further(idea_id=trams))
    trash_ideas(database, [trams])
    assert not {trams, boats} & {row.id for row in all_chains(database)}
    assert [chain_of(database, key) for key in (trams, boats)] == [None, None]
    assert behind(club, consortium_id) == []


def test_a_session_in_the_trash_takes_its_ideas_along(club: ChainsRoom) -> None:
    database, trams = club.room.database, club.idea("Trams")
    consortium_id, _member = club.consortium(club.taken_further(idea_id=trams))
    save_version(database, consortium_id, "Trams")
    club.state(consortium_id, ConsortiumState.LET_GO)
    assert behind(club, consortium_id) == [trams]
    trash_sessions(database, [club.room.session_id])
    assert all_chains(database) == []
    assert chain_of(database, trams) is None
    assert behind(club, consortium_id) == []


def test_an_idea_of_nobody_names_nobody(club: ChainsRoom) -> None:
    database, trams = club.room.database, club.idea("Trams")
    assert (club.row(trams).author, club.row(trams).author_id) == ("", None)
    assert str(club.chain(trams).steps[0].told) == "In “Winter evening”."
    with database.edit(lazy("As it was imported")) as edit:
        edit.get_one(Idea, trams).author_text = "Bob <bob@club.example>"
    assert club.row(trams).author == "Bob"


def test_an_idea_on_another_board_is_followed_as_well(club: ChainsRoom) -> None:
    board = add_board(club.room.database, club.room.session_id, "By the sea")
    trams = club.idea("Trams", board_id=board)
    club.voted(trams, club.room.ideas[0], votes=(1,))
    assert told(club, trams) == (HowFar.VOTED, "in the vote: place 1 of 2")
