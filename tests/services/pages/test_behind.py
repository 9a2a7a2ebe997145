"""A consortium's section says which ideas it goes back to."""

import pytest

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consortium, Idea, Session, Winner
from tests.rooms.page_words import words_in

BOTH = pytest.mark.parametrize("key", ["outcome", "minutes"])


@pytest.fixture
def goes_back(evening):
    """Has the consortium go back to an idea or a cluster."""

    def change(**values: object) -> None:
        with evening.room.database.edit(lazy("Changed")) as edit:
            group = edit.get_one(Consortium, evening.consortium_id)
            winner = edit.get_one(Winner, group.winner_id)
            for name, value in values.items():
                setattr(winner, name, value)

    return change


def behind(document, key: str) -> list[str]:
    starts = ("The idea behind it", "Behind it")
    return [one for one in words_in(document(key)) if one.startswith(starts)]


@BOTH
def test_an_idea_is_told_in_its_words_and_a_winner_without_one_in_its_title(
    room, goes_back, document, key
):
    assert behind(document, key) == ["The idea behind it: “Yard bikes, the idea”."]
    goes_back(idea_id=room.ideas[4])
    with room.database.read() as snapshot:
        text = snapshot.get_one(Idea, room.ideas[4]).text
    assert behind(document, key) == [f"The idea behind it: “{text}”."]


@BOTH
def test_a_name_that_says_it_is_not_said_twice(goes_back, document, key):
    goes_back(title="Yard bikes")
    assert behind(document, key) == []


def test_of_a_cluster_few_ideas_are_told_and_many_counted(room, goes_back, document):
    goes_back(cluster_id=room.clusters[4])
    with room.database.edit(lazy("Moved")) as edit:
        name = "Tool library at the school"
        idea = edit.get_one(Idea, room.ideas[4])
        assert idea.cluster_id == room.clusters[4]
        text = idea.text
    assert behind(document, "outcome") == [
        f"Behind it is 1 idea of the cluster “{name}”: “{text}”."
    ]
    with room.database.edit(lazy("Written")) as edit:
        edit.add_all(
            Idea(
                session_id=1, text=f"{n}", x=0, y=0, cluster_id=idea.cluster_id, created_at=room_at
            )
            for n, room_at in enumerate([room.database.now()] * 5)
        )
    assert behind(document, "outcome") == [f"Behind it are 6 ideas of the cluster “{name}”."]


@BOTH
def test_nobody_reads_it_while_the_room_sees_blank_cards(room, document, key):
    with room.database.edit(lazy("Silent")) as edit:
        edit.get_one(Session, room.session_id).silent = True
    assert behind(document, key) == []
