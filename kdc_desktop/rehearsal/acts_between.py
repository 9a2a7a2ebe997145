"""What happens between two evenings: calls, a project from outside, who leaves, who is one now."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from kdc_desktop.rehearsal.acts_gains import guess_gains, measure_a_gain
from kdc_desktop.rehearsal.acts_life import open_vision, sign_of_life, tick
from kdc_desktop.rehearsal.acts_obstacles import go_on_with_obstacles, note_obstacles
from kdc_desktop.rehearsal.scene import Scene
from kdc_desktop.screens.consortia.club_screen import ClubScreen
from kdc_desktop.screens.consortia.leave_dialog import LeaveDialog
from kdc_desktop.screens.consortia.members_list import MembersList
from kdc_desktop.screens.consortia.project_dialog import ProjectDialog
from kdc_desktop.screens.consortia.wiring import CLUB_CONSORTIA
from kdc_desktop.screens.kit.name_choice import NameChoice
from kdc_desktop.screens.people.merge_dialog import MergeDialog
from kdc_desktop.screens.people.people_screen import PeopleScreen
from kdc_desktop.screens.visions.position_dialog import PositionDialog
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.consortia.choosing import people_to_choose
from kdc_desktop.services.consortia.joining import JoinerRow, joiners

PROJECT = "Waste heat for greenhouses"
ORGANISATIONS = 1  # of the two lists of People
SIGNS = (
    "The first yard has its two bikes, and they are out every day.",
    "The permit is there; the tenants begin in May.",
    "Two more yards have asked how it works.",
)
FALLEN = "Our budget was cut by half; we cannot carry it alone."


def between(scene: Scene, number: int) -> None:
    """Weeks pass before evening `number`, counted from 1."""
    window = scene.hands.club.window
    scene.clock.later(timedelta(weeks=9).total_seconds())
    known = _known_twice(scene) if number == 2 else ""
    window.go(CLUB_CONSORTIA)
    club = scene.screen(ClubScreen)
    scene.hands.look(f"before evening {number}, the club's consortia")
    keys = _consortia(club)
    if number == 2:
        _project_from_outside(scene, club)
        _take_care(scene, club)
        note_obstacles(scene, club, keys)
        guess_gains(scene, club, keys)
        _falls_by_telephone(scene, club)
        _two_become_one(scene, known)
        _keep_a_promise(scene, keys)
    else:
        _leaves(scene, club)
        measure_a_gain(scene, club, keys)
        go_on_with_obstacles(scene)
    _signs_of_life(scene, keys, number)


def _project_from_outside(scene: Scene, club: ClubScreen) -> None:
    """Somebody brings a project along that no evening has seen."""
    hands = scene.hands
    hands.key(club.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = hands.find(ProjectDialog, "project_dialog", club)
    hands.type(dialog.name_edit, PROJECT)
    hands.type(dialog.about_edit, "A data centre warms the greenhouses of the allotments.")
    for row in _organisations(scene)[1:5]:  # the first is the one that is known twice
        hands.type(dialog.member_edit, row.name)
        hands.key(dialog.member_edit, Qt.Key.Key_Return)
    hands.look("a project from outside", dialog)
    hands.click(dialog.add_button)
    hands.look("the club's consortia, with a project from outside")


def _known_twice(scene: Scene) -> str:
    """Somebody notes an organisation that the club knows already, under another name."""
    hands = scene.hands
    known = _organisations(scene)[0].name
    hands.club.window.go("people")
    people = scene.screen(PeopleScreen)
    hands.pick(people.kind_choice, ORGANISATIONS)
    hands.type(people.add_edit, f"{known} Ltd")
    hands.key(people.add_edit, Qt.Key.Key_Return)
    return known


def _two_become_one(scene: Scene, known: str) -> None:
    """It is seen, and they are merged."""
    hands = scene.hands
    hands.club.window.go("people")
    people = scene.screen(PeopleScreen)
    hands.pick(people.kind_choice, ORGANISATIONS)
    table, shift = people.organisations_table, Qt.KeyboardModifier.ShiftModifier
    table.setFocus()
    hands.key(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    hands.key(table, Qt.Key.Key_Down, shift)  # by name, the other stands below
    hands.key(table, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | shift)
    dialog = hands.find(MergeDialog, "merge_dialog", people)
    if dialog.stays_label.text() != known:
        hands.click(dialog.swap_button)
    hands.look("two organisations become one", dialog)
    hands.click(dialog.merge_button)


def _falls_by_telephone(scene: Scene, club: ClubScreen) -> None:
    """A call brings the bad news: a member that supported the vision does not any more."""
    hands = scene.hands
    key = _consortia(club)[0]
    club.table.select_key(key)
    hands.key(club.table, Qt.Key.Key_Return)
    screen = scene.screen(VisionScreen)
    hands.key(screen.matrix, Qt.Key.Key_Home)
    hands.key(screen.matrix, Qt.Key.Key_T)
    dialog = next(one for one in screen.findChildren(PositionDialog) if one.isVisible())
    hands.click(dialog.levels.button(3))
    hands.type(dialog.reason_edit, FALLEN)
    hands.look("a call is noted", dialog)
    hands.click(dialog.save_button)
    hands.look("after the call")


def _take_care(scene: Scene, club: ClubScreen) -> None:
    """Somebody of the club takes care of each."""
    names = sorted(people_to_choose(scene.database))
    hands = scene.hands
    for key, name in zip(_consortia(club), names, strict=False):
        club.table.select_key(key)
        owner = hands.find(NameChoice, "owner_edit")
        owner.selectAll()
        hands.type(owner, name)
        hands.key(owner, Qt.Key.Key_Return)


def _keep_a_promise(scene: Scene, keys: list[int]) -> None:
    """The first that is still open is ticked."""
    for key in keys:
        screen = open_vision(scene, key)
        assert screen.view.page is not None
        for row in screen.view.page.commitments:
            if not row.done:
                tick(scene, scene.hands.find(QCheckBox, f"commitment_{row.id}", screen.panel))
                return


def _leaves(scene: Scene, club: ClubScreen) -> None:
    """A member leaves the largest consortium, and hands over what it promised."""
    hands = scene.hands
    largest = max(club.rows, key=lambda row: (row.members, -row.id))
    club.table.select_key(largest.id)
    members = hands.find(MembersList, "members_list")
    staying = [at for at, row in enumerate(members.rows) if row.is_in]
    if len(staying) < 2:
        return
    members.setCurrentRow(staying[-1])
    members.setFocus()
    hands.key(members, Qt.Key.Key_Delete)
    dialog = hands.find(LeaveDialog, "leave_dialog", club)
    dialog.heir_combo.setCurrentIndex(1)
    hands.type(dialog.why_edit, "They have closed their office here.")
    hands.look("a member leaves", dialog)
    hands.click(dialog.leave_button)
    hands.look("the club's consortia, after somebody left")


def _signs_of_life(scene: Scene, keys: list[int], number: int) -> None:
    """Somebody who takes care tells of every other one how it does."""
    told = sorted(people_to_choose(scene.database))
    for place, (key, said) in enumerate(zip(keys, SIGNS, strict=False)):
        if (place + number) % 2:
            sign_of_life(scene, key, said, told[place])


def _organisations(scene: Scene) -> list[JoinerRow]:
    """Whole ones, by name."""
    rows = joiners(scene.database, 0)
    return [one for one in rows if one.joiner.organisation_id and not one.joiner.department_id]


def _consortia(club: ClubScreen) -> list[int]:
    """Those with members, in the order in which they were formed."""
    return sorted(row.id for row in club.rows if row.members)
