"""The ideas of the whole club at once: in which order, in how many questions, and both ways."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model import Cluster, Consortium, Idea, Session, Winner
from kdc_desktop.services.board.ideas import add_idea
from kdc_desktop.services.board.merging import merge_ideas
from kdc_desktop.services.chains.questions import all_chains, chain_of, ideas_behind
from kdc_desktop.services.chains.words import came_to
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.storage import Database, open_database
from tests.examples import examples
from tests.rooms.chains_room import ChainsRoom
from tests.rooms.poll_room import EVENING, STARTS
from tests.rooms.statements import queries_of

IDEAS, CLUSTERS = 8, 2
Hanging = tuple[int | None, int | None, bool]
PLACES = st.one_of(st.none(), st.integers(0, IDEAS - 1))
HUNG = st.tuples(PLACES, st.one_of(st.none(), st.integers(0, CLUSTERS - 1)), st.booleans())
WON = st.one_of(
    st.tuples(st.integers(0, IDEAS - 1), st.none()),
    st.tuples(st.none(), st.integers(0, CLUSTERS - 1)),
)


def test_braces_and_lines_of_people_are_shown_as_they_are(club: ChainsRoom) -> None:
    hostile = "{fate} <b>%s</b>\n“{place}”"
    trams, boats = club.idea(hostile), club.idea("Boats")
    merge_ideas(club.room.database, [boats], into=trams)
    club.consortium(club.taken_further(idea_id=trams), "{state} & {number}")
    assert str(came_to(club.row(trams))) == "{state} & {number}: forming, no vision yet"
    assert str(came_to(club.row(boats))) == (
        "with “{fate} <b>%s</b> “{place}””: {state} & {number}: forming, no vision yet"
    )


def test_the_number_of_questions_does_not_grow_with_the_club(club: ChainsRoom) -> None:
    database = club.room.database

    def asked() -> tuple[int, int]:
        trams = club.room.ideas[0]
        return (
            len(queries_of(lambda: all_chains(database))),
            len(queries_of(lambda: chain_of(database, trams))),
        )

    def grow(name: str) -> None:
        trams = club.idea(name)
        poll_id = club.voted(trams, club.room.ideas[0], votes=(2, 1))
        for place in (0, 1):
            consortium_id, member = club.consortium(club.chosen(poll_id, place), name)
            save_version(database, consortium_id, "Trams")
            commit(database, member, "A driver", None)

    grow("First")
    before = asked()
    for name in ("Second", "Third"):
        trams = club.idea(name)
        poll_id = club.voted(trams, club.room.ideas[1], votes=(2, 1))
        consortium_id, member = club.consortium(club.chosen(poll_id, 0), name)
        for number in range(3):
            save_version(database, consortium_id, f"Trams {number}")
            commit(database, member, "A driver", None)
    assert asked() == before


def test_the_newest_evening_comes_first_and_of_it_what_came_furthest(club: ChainsRoom) -> None:
    database = club.room.database
    with database.edit(lazy("The next evening")) as edit:
        spring = Session(title="Spring evening", starts_at=STARTS.replace(year=2027, month=3))
        edit.add(spring)
        edit.flush()
        key = spring.id
    late = add_idea(database, key, "A late one")
    last = club.room.ideas[-1]
    club.taken_further(idea_id=last)
    rows = all_chains(database)
    assert [row.id for row in rows][:2] == [late, last]
    assert rows[0].session.title == "Spring evening"


@given(st.lists(HUNG, min_size=IDEAS, max_size=IDEAS), st.lists(WON, max_size=4, unique=True))
@settings(max_examples=examples(30), derandomize=True, deadline=None)
def test_forwards_and_backwards_are_the_same_in_a_club_of_chance(
    hung: list[Hanging], won: list[tuple[int | None, int | None]]
) -> None:
    with TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "club.kdc", lambda: EVENING)
        keys = _club_of_chance(database, hung, won)
        rows = all_chains(database)
        forwards = {(row.id, group.id) for row in rows for group in row.groups}
        back = {(idea, key) for key in keys for idea in ideas_behind(database, key)}
        one_by_one = {
            (row.id, group.id)
            for row in rows
            if (chain := chain_of(database, row.id)) is not None
            for group in chain.row.groups
        }
        database.close()
    assert forwards == back == one_by_one


def _club_of_chance(
    database: Database, hung: list[Hanging], won: list[tuple[int | None, int | None]]
) -> list[int]:
    """One evening whose ideas hang so, with a consortium around each of what won; their ids."""
    with database.edit(lazy("A club of chance")) as edit:
        evening = Session(title="Evening", starts_at=STARTS)
        edit.add(evening)
        edit.flush()
        of = {"session_id": evening.id}
        around = {"x": 0, "y": 0, "width": 9, "height": 9}
        clusters = [Cluster(**of, name=f"C{n}", number=n, **around) for n in range(CLUSTERS)]
        edit.add_all(clusters)
        edit.flush()
        ideas = [_idea(of, n, clusters, *hung[n][1:]) for n in range(IDEAS)]
        edit.add_all(ideas)
        edit.flush()
        for idea, (parent, _cluster, _trashed) in zip(ideas, hung, strict=True):
            idea.parent_id = None if parent is None else ideas[parent].id
        groups = []
        for place, (idea_at, cluster_at) in enumerate(won):
            winner = Winner(**of, title=f"W{place}", place_in_order=place)
            winner.idea_id = None if idea_at is None else ideas[idea_at].id
            winner.cluster_id = None if cluster_at is None else clusters[cluster_at].id
            edit.add(winner)
            edit.flush()
            made = {"name": f"G{place}", "place_in_order": place, "created_at": EVENING}
            groups.append(Consortium(**of, winner_id=winner.id, **made))
        edit.add_all(groups)
        edit.flush()
        return [group.id for group in groups]


def _idea(
    of: dict[str, int], place: int, clusters: list[Cluster], cluster: int | None, trashed: bool
) -> Idea:
    in_trash: Instant | None = EVENING if trashed else None
    made = Idea(**of, text=f"I{place}", x=0, y=0, created_at=EVENING, trashed_at=in_trash)
    made.cluster_id = None if cluster is None else clusters[cluster].id
    return made
