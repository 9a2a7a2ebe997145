"""The consortia screen of an evening that works on consortia of before."""

from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.services.consortia.projects import NewProject, add_project
from kdc_desktop.services.consortia.worked_on import take_up
from kdc_desktop.services.winners.marking import unmark_winners
from kdc_desktop.services.winners.questions import winners
from tests.rooms.consortia_room import Room


def test_an_evening_that_has_taken_consortia_up_does_not_say_that_there_are_none(
    screen: ConsortiaScreen, room: Room
) -> None:
    found = winners(room.database, room.session_id)
    unmark_winners(room.database, [winner.id for winner in found], ())
    project = add_project(room.database, NewProject("A bridge of all"))
    take_up(room.database, room.session_id, project)
    assert screen.empty._headline.text() == "1 consortium is taken up tonight"
    assert "A bridge of all" in screen.empty._sentence.text()
    assert screen.placed_label.text() == "", "nobody waits where there is nothing to be placed in"
