"""What is said of an idea beside its text is kept, taken back exactly, and survives a merge."""

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Idea
from kdc_desktop.services.board import ideas, merging, questions
from kdc_desktop.services.board.badges import no_marks
from kdc_desktop.services.board.rows import Described
from tests.rooms.board_room import notes
from tests.storage.places import dump

ALL = Described("Long words\nin two lines", "trams, night", 2.5, "https://example.org/trams")


def said(database, idea_id):
    return questions.idea(database, idea_id, no_marks).described


def test_what_is_said_is_kept_tidily_and_taken_back_exactly(database):
    trams = ideas.add_idea(database, 1, "Trams")
    before = dump(database.path)
    typed = Described(" Long words\nin two lines ", "trams,, night ,", 2.5, "example.org/trams")
    ideas.describe_idea(database, trams, typed)
    assert said(database, trams) == ALL
    assert str(database.next_steps()[0].label) == "Described the idea “Trams”"
    kept = dump(database.path)
    database.undo()
    assert dump(database.path) == before
    database.redo()
    assert dump(database.path) == kept


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (Described(link="javascript:alert(1)"), "This is no web address."),
        (Described(minutes=-1.0), "That is farther than a club file keeps."),
        (Described(details="a" * 20_001), "A text of 20,001 characters is too long here."),
    ],
)
def test_what_cannot_be_kept_is_told_and_nothing_is_written(database, typed, sentence):
    trams = ideas.add_idea(database, 1, "Trams")
    ideas.describe_idea(database, trams, ALL)
    before = dump(database.path, journal=True)
    with pytest.raises(UserError) as told:
        ideas.describe_idea(database, trams, typed)
    assert str(told.value).startswith(sentence)
    assert dump(database.path, journal=True) == before


def test_a_strange_link_that_came_in_does_not_keep_the_rest_from_being_edited(database):
    trams = ideas.add_idea(database, 1, "Trams")
    with database.edit(lazy("Came in")) as edit:
        edit.get_one(Idea, trams).link = "javascript:alert(1)"
    changed = Described("Words", link="javascript:alert(1)")
    ideas.describe_idea(database, trams, changed)
    assert said(database, trams) == changed


def test_merged_ideas_keep_what_is_said_of_each(database):
    trams, ferries = (ideas.add_idea(database, 1, text) for text in ("Trams", "Ferries"))
    other = Described("By night", link="https://example.org/ferries")
    ideas.describe_idea(database, trams, ALL)
    ideas.describe_idea(database, ferries, other)
    merging.merge_ideas(database, [trams, ferries])
    shown = questions.idea(database, trams, no_marks)
    assert (shown.described, [child.described for child in shown.merged]) == (ALL, [other])
    merging.unmerge_ideas(database, [trams])
    assert said(database, ferries) == other


@pytest.mark.parametrize(
    ("typed", "has_more"),
    [
        (Described(), False),
        (Described(tags="trams", minutes=2.0, link="https://example.org"), False),
        (Described(details="Words"), True),
    ],
)
def test_a_note_knows_whether_there_is_more_to_read(database, typed, has_more):
    ideas.describe_idea(database, ideas.add_idea(database, 1, "Trams"), typed)
    assert [bool(row.has_more) for row in notes(database)] == [has_more]
