"""How to get to every screen, dialog, menu and slide of an open club, by “noun/name”."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kdc_desktop.app import Club
from kdc_desktop.domain.people.field_titles import FIELD_TITLES
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.model import Cluster
from kdc_desktop.screens.club.start_dialog import StartDialog
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.polls import preparing
from kdc_desktop.services.polls import running as poll_running
from tests.gui.ways import (
    SESSION,
    Way,
    a_row,
    act,
    all_sessions,
    area,
    home_page,
    in_front,
    look_at,
    of_the_window,
    popups,
    slide,
    stage,
    trigger,
    two_rows,
    who_met_whom,
    with_offers,
    with_since,
    with_tables,
)
from tests.gui.ways_to_visions import VISIONS
from tests.rooms.pseudo_room import NAME


def go(club: Club, qtbot: QtBot, place: str) -> list[QWidget]:
    """Go there, and say which widgets have come to be seen."""
    shown = WAYS[place](club, qtbot)
    QCoreApplication.processEvents()
    return shown


def _agenda(club: Club, _qtbot: QtBot) -> list[QWidget]:
    club.window.open_session(SESSION)
    club.window.whereabouts.show_agenda()
    return in_front(club)


def _import(club: Club, qtbot: QtBot) -> list[QWidget]:
    club.window.go("people")
    trigger(club.window.screen_shown, "import_people")
    (dialog,) = popups(club)
    sheet = club.database.path.with_name("1.csv")
    sheet.write_text("Имя,Слово,Дом\nИмя 900,1,Имя 900\nИмя 900,2,\n,3,\n", encoding="utf-8")
    dialog.show_file(sheet)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not dialog._jobs.busy)  # type: ignore[attr-defined]
    for at, field in enumerate((PersonField.NAME, PersonField.BADGE, PersonField.ORGANISATION)):
        combo = dialog.findChild(QComboBox, f"column_{at}")
        assert combo is not None
        combo.setCurrentIndex(list(FIELD_TITLES).index(field) + 1)
        combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: not dialog._reading.waits)  # type: ignore[attr-defined]
    return [dialog]


def _import_ideas(club: Club, qtbot: QtBot) -> list[QWidget]:
    look_at(club, "ideas")
    sheet = club.database.path.with_name("1.csv")
    text = "Слово,Число\nСлово за словом,1\nСлово за словом,2\nЕщё слово за словом,3\n,4\n"
    sheet.write_text(text, encoding="utf-8")
    club.window.screen_shown.idea_import.look_at(sheet)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: popups(club) != [])
    return popups(club)


def _a_note(club: Club, qtbot: QtBot) -> list[QWidget]:
    look_at(club, "ideas")
    trigger(club.window.screen_shown, "select_all_ideas")
    return in_front(club)


def _poll(state: str) -> Way:
    def way(club: Club, _qtbot: QtBot) -> list[QWidget]:
        _poll_in(club, state)
        return in_front(club)

    return way


def _poll_in(club: Club, state: str) -> int:
    with club.database.read() as snapshot:
        clusters = tuple(snapshot.scalars(select(Cluster.id)))
    plan = preparing.PollPlan(question="Вопрос", option_ids=clusters)
    poll_id = preparing.create_poll(club.database, SESSION, plan)
    steps = {"draft": 0, "open": 1, "closed": 2, "revealed": 3}[state]
    for step in (poll_running.open_poll, poll_running.close_poll, poll_running.reveal_poll)[:steps]:
        step(club.database, poll_id)
    look_at(club, "poll")
    club.window.screen_shown.show_poll(poll_id)  # type: ignore[attr-defined]
    return poll_id


def _kiosk(page: str) -> Way:
    def way(club: Club, _qtbot: QtBot) -> list[QWidget]:
        screen, poll_id = _poll_screen(club)
        screen.kiosk_wanted.emit(poll_id)  # type: ignore[attr-defined]
        kiosk = club.shared_screen.kiosk
        assert kiosk is not None
        club.shared_screen.showNormal()
        club.shared_screen.resize(1920, 1080)
        if page in ("pin", "leave"):
            kiosk.turns.ask_to_leave(pin=page == "pin")  # type: ignore[attr-defined]
        elif page == "nobody":
            kiosk.stack.pick.query.setText("ъъъ")  # type: ignore[attr-defined]
        elif page != "pick":
            kiosk.stack.pick.query.setText(NAME)  # type: ignore[attr-defined]
            presses = ("name_0", "done", "cast")
            pages = ("paper", "confirm", "thanks")
            for name in presses[: pages.index(page) + 1 if page in pages else 1]:
                buttons = kiosk.findChildren(QPushButton, f"kiosk_{name}")
                next(button for button in buttons if button.isVisible()).click()
            if page == "still":
                kiosk.turns._ask()  # type: ignore[attr-defined]
        return [kiosk]

    return way


def _poll_screen(club: Club) -> tuple[Screen, int]:
    poll_id = _poll_in(club, "open")
    return club.window.screen_shown, poll_id


def _revealed_slide(club: Club, _qtbot: QtBot) -> list[QWidget]:
    _poll_in(club, "revealed")
    club.shared_screen.show()
    return [club.shared_screen]


def _open_poll_slide(club: Club, _qtbot: QtBot) -> list[QWidget]:
    _poll_in(club, "open")
    club.shared_screen.show()
    return [club.shared_screen]


def _asked(club: Club, _qtbot: QtBot) -> list[QWidget]:
    look_at(club, "interests")
    screen: Any = club.window.screen_shown
    screen.ask(next(iter(screen.finder.people)))
    for _level in range(8):  # the page grows, and whatever it lies in asks for more room in turn
        QCoreApplication.processEvents()
    return in_front(club)


def _empty_board(club: Club, _qtbot: QtBot) -> list[QWidget]:
    look_at(club, "ideas")
    trigger(club.window.screen_shown, "select_all_ideas")
    trigger(club.window.screen_shown, "trash")
    return in_front(club)


def _a_card(club: Club, _qtbot: QtBot) -> list[QWidget]:
    look_at(club, "consortia")
    columns = club.window.screen_shown.findChild(QWidget, "columns")
    assert columns is not None
    column = next(one for one in columns.columns if one.consortium_id == 1)  # type: ignore[attr-defined]
    columns.focus_card(column.cards[0].key)  # type: ignore[attr-defined]
    columns.setFocus()  # else a key would only lead there
    return in_front(club)


def _overlay(club: Club, _qtbot: QtBot) -> list[QWidget]:
    look_at(club, "ideas")
    for name in ("large_timer", "room_hold"):
        trigger(club.window, name)
    club.shared_screen.show()
    return [club.shared_screen, club.window.frame.room]


def _window(club: Club, qtbot: QtBot) -> list[QWidget]:
    look_at(club, "welcome")
    frame = club.window.frame
    return [frame.rail, frame.strip, frame.foot, frame.room, frame.rail.menu]


def _late_door(club: Club, qtbot: QtBot) -> list[QWidget]:
    """The box at F3, that asks in which sector somebody new is."""
    look_at(club, "ideas")
    trigger(club.window, "late_door")
    (door,) = popups(club)
    door.finder.find_edit.setText("Слово Имя, Слово")  # type: ignore[attr-defined]
    qtbot.waitUntil(door.finder.sector_row.isVisible)  # type: ignore[attr-defined]
    return [door]


def _start(club: Club, qtbot: QtBot) -> list[QWidget]:
    dialog = StartDialog(club.window.theme, club.database.path, NAME, lambda *_asked: None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.looked and not dialog.jobs.busy)  # all is known of the backups
    return [dialog]


WAYS: dict[str, Way] = {
    "attendance/check_in": stage("check_in"),
    "attendance/late_door": _late_door,
    "attendance/import": act(stage("check_in"), "import_a_list_for_this_session"),
    "attendance/check_in_slide": slide("check_in"),
    "board/board": stage("ideas"),
    "board/clusters": stage("cluster"),
    "board/colours": act(_a_note, "colour"),
    "board/empty": _empty_board,
    "board/finder": act(stage("ideas"), "find_on_the_board"),
    "board/ideas_slide": slide("ideas"),
    "board/import": _import_ideas,
    "board/new_idea": act(stage("ideas"), "new_idea"),
    "board/notes": _a_note,
    "board/clusters_slide": slide("cluster"),
    "board/trash": act(_empty_board, "open_the_trash"),
    "club/leaving": of_the_window("hand_over"),
    "club/settings": area("settings"),
    "club/start": _start,
    "consortia/club": a_row(area("club_consortia"), "table"),
    "consortia/project": act(area("club_consortia"), "new_project"),
    "consortia/state": act(a_row(area("club_consortia"), "table"), "say_the_state"),
    "consortia/consortia": stage("consortia"),
    "consortia/consortia_slide": slide("consortia"),
    "consortia/card": _a_card,
    "consortia/name": act(_a_card, "rename_the_consortium"),
    "consortia/open_roles": act(_a_card, "fill_or_remove_open_roles"),
    "consortia/role": act(_a_card, "change_the_role"),
    "consortia/wanted": act(stage("consortia"), "sizes_sectors_and_what_matters"),
    "interests/interests": stage("interests"),
    "interests/asked": _asked,
    "interests/interests_slide": slide("interests"),
    "network/network": who_met_whom(),
    "network/network_slide": who_met_whom(in_room=True),
    "offers/offers": with_offers(stage("offers")),
    "offers/read_aloud": act(with_offers(stage("offers")), "read_aloud"),
    "offers/offers_slide": with_offers(slide("offers")),
    "pages/pages": of_the_window("pages"),
    "people/import": _import,
    "people/merge": act(two_rows(area("people"), "people_table"), "merge_rows"),
    "people/organisation": act(area("people"), "show_organisations"),
    "people/people": area("people"),
    "people/person": a_row(area("people"), "people_table"),
    "polls/closed": _poll("closed"),
    "polls/draft": _poll("draft"),
    "polls/kiosk_confirm": _kiosk("confirm"),
    "polls/kiosk_leave": _kiosk("leave"),
    "polls/kiosk_nobody": _kiosk("nobody"),
    "polls/kiosk_paper": _kiosk("paper"),
    "polls/kiosk_pick": _kiosk("pick"),
    "polls/kiosk_pin": _kiosk("pin"),
    "polls/kiosk_still": _kiosk("still"),
    "polls/kiosk_thanks": _kiosk("thanks"),
    "polls/new": act(stage("poll"), "new_poll"),
    "polls/open": _poll("open"),
    "polls/open_slide": _open_poll_slide,
    "polls/revealed": _poll("revealed"),
    "polls/revealed_slide": _revealed_slide,
    "polls/result": stage("result"),
    "polls/result_slide": slide("result"),
    "seating/tables": with_tables(stage("tables")),
    "seating/tables_slide": with_tables(slide("tables")),
    "seating/nobody_yet": with_tables(stage("tables"), seated=False),
    "seating/topic": act(with_tables(stage("tables")), "name_the_topic"),
    "sessions/agenda": _agenda,
    "sessions/begin": act(area("home"), "begin_from_last_time"),
    "sessions/break_slide": slide("break"),
    "sessions/close_slide": slide("close"),
    "sessions/empty": act(a_row(all_sessions, "sessions_table"), "put_the_session_into_the_trash"),
    "sessions/details": act(_agenda, "name_place_and_time_of_the_session"),
    "sessions/all": all_sessions,
    "sessions/home": home_page,
    "sessions/new_session": act(area("home"), "new_session"),
    "sessions/programme": act(area("home"), "set_programme"),
    "sessions/talk": stage("welcome"),
    "sessions/template": act(_agenda, "keep_the_agenda"),
    "sessions/welcome_slide": slide("welcome"),
    **VISIONS,
    "visions/since": with_since(stage("since")),
    "visions/since_slide": with_since(slide("since")),
    "window/frame": _window,
    "window/keys": of_the_window("keys"),
    "window/overlay": _overlay,
    "window/palette": of_the_window("palette"),
    "winners/winners": act(stage("interests"), "choose_winners_from_the_board"),
}
PLACES = tuple(WAYS)
