"""The rehearsal of interests and consortia: wishes, a suggestion, a move by hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QMessageBox, QPushButton

from kdc_desktop.domain.interests.roles import ROLE_ENTRIES
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.rehearsal.scene import Scene
from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.consortia.open_role_dialog import OpenRoleDialog
from kdc_desktop.screens.interests.interests_screen import InterestsScreen
from kdc_desktop.screens.interests.organisation_dialog import OrganisationDialog
from kdc_desktop.services.interests.organisations import wishers
from kdc_desktop.services.interests.questions import people_to_ask
from kdc_desktop.services.winners.questions import winners

GIVEN = 0.9  # of those present say what they would join
OF_ORGANISATIONS = (
    (MemberRole.TEST_SITE, "Two depots to try things in.", ""),
    (MemberRole.FUNDER, "", "Figures that a board believes."),
)
"""As what organisations would join, what they offer and what they need."""


def interests(scene: Scene) -> None:
    """Ask one after the other: name, Enter, one to three numbers, sometimes a role, Enter."""
    hands, screen = scene.hands, scene.screen(InterestsScreen)
    people = [one for one in people_to_ask(scene.database, scene.session_id) if one.present]
    scene.lots.shuffle(people)
    people = people[: round(len(people) * GIVEN)]
    places = [one.id for one in winners(scene.database, scene.session_id)]
    count = len(places)
    for place, person in enumerate(people):
        scene.clock.later(scene.lots.uniform(4, 9))
        hands.type(screen.person_edit, person.name)
        hands.key(screen.person_edit, Qt.Key.Key_Return)
        liked = scene.lots.sample(range(1, count + 1), min(count, scene.lots.choice((1, 2, 3, 3))))
        begun = [places.index(one) + 1 for one in screen.winners.choices]  # what they voted for
        for number in (*begun, *liked):
            hands.key(screen.winners, Qt.Key(Qt.Key.Key_0.value + number))
        if scene.lots.random() < 0.4:
            for _ in range(scene.lots.randrange(len(MemberRole))):
                hands.key(screen.asked.role_combo, Qt.Key.Key_Down)
        if place == len(people) // 3:
            hands.look("interests, one is asked")
        hands.key(screen.winners, Qt.Key.Key_Return)
    _hear_organisations(scene, screen)
    hands.look("interests")


def _hear_organisations(scene: Scene, screen: InterestsScreen) -> None:
    """What some organisations want, whoever of them is here."""
    hands, places = scene.hands, winners(scene.database, scene.session_id)
    names = scene.lots.sample(list(wishers(scene.database)), len(OF_ORGANISATIONS))
    ctrl_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for name, (role, offers, needs) in zip(names, OF_ORGANISATIONS, strict=True):
        hands.key(screen.winners, Qt.Key.Key_O, ctrl_shift)
        dialog = hands.find(OrganisationDialog, "organisation_dialog", screen)
        hands.type(dialog.name_edit, name)
        hands.key(dialog.name_edit, Qt.Key.Key_Tab)
        combos = dialog.first_combo, dialog.second_combo
        liked = scene.lots.sample(places, min(len(places), len(combos)))
        for combo, winner in zip(combos, liked, strict=False):
            hands.choose(combo, winner.id)
        hands.choose(dialog.role_combo, role.value)
        hands.type(dialog.offers_edit, offers)
        hands.type(dialog.needs_edit, needs)
        hands.look("interests, what an organisation wants", dialog)
        hands.click(dialog.keep_button)


def _name_open_role(scene: Scene, screen: ConsortiaScreen) -> None:
    hands = scene.hands
    hands.key(screen.columns, Qt.Key.Key_N)
    dialog = hands.find(OpenRoleDialog, "open_role_dialog", screen)
    hands.type(dialog.title_edit, "Somebody who decides on permits")
    hands.key(dialog.title_edit, Qt.Key.Key_Return)


def _choose_lead(scene: Scene, screen: ConsortiaScreen, column: int) -> None:
    """Each table says who leads: the first one there."""
    hands = scene.hands
    hands.key(screen.columns, Qt.Key.Key_Home)
    for _ in range(column):
        hands.key(screen.columns, Qt.Key.Key_Right)
    hands.key(screen.columns, Qt.Key.Key_Down)
    hands.key(screen.columns, Qt.Key.Key_R)
    menu = hands.find(QMenu, "role_menu", screen)
    for _ in range(1 + list(ROLE_ENTRIES).index(MemberRole.LEAD)):
        hands.key(menu, Qt.Key.Key_Down)
    hands.key(menu, Qt.Key.Key_Return)


def consortia(scene: Scene) -> None:
    """Let the program suggest, look at it, use it, move one card by keyboard, confirm."""
    hands, screen = scene.hands, scene.screen(ConsortiaScreen)
    hands.look("consortia, before the suggestion")
    hands.click(screen.suggest_button)
    hands.wait_for("a suggestion of consortia", lambda: screen.suggesting.current is not None)
    hands.wait_for("the end of the search", lambda: not hands.club.jobs.busy)
    hands.look("consortia, a suggestion")
    hands.click(screen.confirm_button)
    scene.clock.later(120)
    screen.columns.setFocus()  # else the first key would only lead there
    hands.key(screen.columns, Qt.Key.Key_Home)
    hands.key(screen.columns, Qt.Key.Key_Down)
    hands.key(screen.columns, Qt.Key.Key_P)
    for column in range(len(screen.shown.seen.consortia)):
        _choose_lead(scene, screen, column)
    _name_open_role(scene, screen)
    hands.look("consortia, in use")
    hands.click(screen.confirm_button)
    if screen.shown.kept.waiting:
        box = hands.find(QMessageBox, "confirm_box", screen.window())
        hands.click(hands.find(QPushButton, "confirm_box_anyway", box))
    hands.look("consortia, confirmed")
