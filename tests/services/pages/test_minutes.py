"""The minutes are sentences in the order of the evening."""

from kdc_desktop.domain.pages.values import Bullets, Heading, Manner, Paragraph
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.services.polls.running import close_poll, reveal_poll
from tests.rooms.page_words import words_in
from tests.rooms.workbook_room import reveal, vote


def read(document) -> str:
    """All of it, as somebody reads it aloud."""
    told = (
        words_in(one) for one in document.blocks if isinstance(one, Bullets | Heading | Paragraph)
    )
    return " ".join(word for words in told for word in words if not isinstance(word, Manner))


def test_stages_come_in_the_order_of_the_evening(document):
    headings = [one.text for one in document("minutes").blocks if isinstance(one, Heading)]
    begins = headings.index("What happened")
    assert headings[1:3] == ["Present", "Companies"]
    assert headings[begins + 1 : begins + 4] == [
        "18:00 Door",
        "18:25 Ideas",
        "What the room decided",
    ]


def test_it_names_who_was_there_with_whom_they_speak_for(document):
    text = read(document("minutes"))
    assert "20 people were there." in text
    assert "Aino" in text


def test_a_result_is_told_once_it_is_shown(room, document):
    poll_id = room.open_poll(secrecy=Secrecy.SECRET, marks_each=3, question="Which first?")
    vote(room, poll_id, range(12), 0)
    close_poll(room.database, poll_id)
    hidden = read(document("minutes"))
    assert "The room was asked: “Which first?” The result has not been shown." in hidden
    assert "12" not in hidden
    reveal_only = "came first, with 12 votes."
    assert reveal_only not in hidden
    reveal_poll(room.database, poll_id)
    assert reveal_only in read(document("minutes"))


def test_promises_and_versions_are_told_where_they_happened(document):
    text = read(document("minutes"))
    assert "“Yard bikes” wrote version 2 of its vision." in text
    assert "promised, by 01.11.2026: Two yards." in text


def test_what_is_merged_or_secret_names_nobody(room, document):
    poll_id = room.open_poll(secrecy=Secrecy.NAMED, marks_each=3, question="Who wants it?")
    vote(room, poll_id, [0], 0)
    reveal(room, poll_id)
    with_names = [text for text in words_in(document("minutes")) if "Who wants it?" in text]
    assert len(with_names) == 1
    assert "Aino" not in with_names[0]


def test_those_that_share_the_first_place_have_so_many_votes_each(room, document):
    poll_id = room.open_poll(secrecy=Secrecy.SECTOR_ONLY, marks_each=3, question="Which first?")
    vote(room, poll_id, range(10), 0)
    vote(room, poll_id, range(10, 20), 1)
    reveal(room, poll_id)
    text = read(document("minutes"))
    assert "came first, with 10 votes each." in text
    assert "A paper has up to 3 dots. A dot counts one vote, and so does a raised hand." in text


def test_sectors_are_told_as_far_as_everybody_may_see_them(room, document):
    poll_id = room.open_poll(secrecy=Secrecy.SECTOR_ONLY, marks_each=3, question="Which first?")
    vote(room, poll_id, range(20), 0)
    reveal(room, poll_id)
    assert "has its votes from: Companies 4," not in read(document("minutes")), "too few to tell"
    named = room.open_poll(secrecy=Secrecy.NAMED, marks_each=3, question="And then?")
    vote(room, named, range(20), 0)
    reveal(room, named)
    assert "has its votes from: Companies 4, City and public 4" in read(document("minutes"))


def test_the_room_was_asked_and_not_read(document):
    assert "The room read" not in read(document("minutes"))
