"""Who came in last is told without looking through everybody, and is the same as if one did."""

import random
from datetime import timedelta
from itertools import count

import pytest

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.screens.attendance.last_arrivals import SHOWN, LastArrivals
from kdc_desktop.screens.attendance.list_reader import ListReader
from kdc_desktop.services.attendance import door
from kdc_desktop.storage import open_database
from tests.rooms.empty_club import EVENING, plan_evening


def line(qtbot, theme) -> LastArrivals:
    made = LastArrivals(theme)
    qtbot.addWidget(made)
    made.resize(2000, 60)
    return made


def told(arrivals: LastArrivals) -> list[str]:
    return [button.text() for button in arrivals.buttons if not button.isHidden()]


@pytest.mark.parametrize("seed", range(4))
def test_who_comes_and_goes_is_followed(qtbot, theme, tmp_path, seed) -> None:
    lots, minutes = random.Random(seed), count()
    times = [EVENING]
    database = open_database(tmp_path / "club.kdc", lambda: times[-1])
    evening = plan_evening(database)
    people = [door.walk_in(database, evening, f"Person {n:02}") for n in range(30)]
    reader, followed = ListReader(database, evening), line(qtbot, theme)
    followed.show_rows(reader.rows, reader.read())
    database.subscribe(reader.hear)
    for _step in range(60):
        if lots.random() < 0.6:  # several come in one second
            times.append(EVENING + timedelta(minutes=next(minutes)))
        here = {row.person_id for row in reader.rows if row.state == AttendanceState.PRESENT}
        person = lots.choice(people)
        (door.leave if person in here else door.come_back)(database, evening, person)
        changed = reader.read()
        followed.show_rows(reader.rows, changed)
        anew = line(qtbot, theme)
        anew.show_rows(reader.rows)
        assert told(followed) == told(anew)
        assert len(told(anew)) == SHOWN
    database.close()
