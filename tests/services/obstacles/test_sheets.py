"""The sheets of obstacles, and of their history."""

from datetime import timedelta

from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.instants import laptop_zone
from kdc_desktop.interchange.workbook import Kind
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.obstacles import going_on
from kdc_desktop.services.obstacles.sheets import history, obstacles
from tests.rooms.obstacles_room import MIRA, TRANSPORT, ObstaclesRoom

SHELTERS = "=The harbour has to allow the shelters"


def told(room: ObstaclesRoom, make) -> list[dict[str, object]]:
    with room.database.read() as snapshot:
        table = make(Source(snapshot, None, room.database.now()))
    names = [str(column.title) for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def test_a_row_tells_kind_owner_next_step_and_how_many_days_it_has_lasted(room):
    person = next(name for name in room.owners if name.startswith(MIRA))
    room.note(SHELTERS, owner=TRANSPORT, next_step="Ask")
    room.clock.days(3)
    room.note("Nobody pays", ObstacleKind.FUNDING, owner=person)
    first, second = told(room, obstacles)
    assert (first["Obstacle"], first["Owner"], first["Next step"]) == (SHELTERS, TRANSPORT, "Ask")
    assert (first["Days"], second["Days"]) == (3, 0)
    assert (second["Kind"], second["Owner"]) == (ObstacleKind.FUNDING, MIRA)
    assert first["Owner department id"] == room.owners[TRANSPORT].department_id
    assert second["Owner id"] == room.owners[person].person_id


def test_days_are_numbers_and_days_of_steps_are_dates(room):
    room.note(SHELTERS)
    with room.database.read() as snapshot:
        table = obstacles(Source(snapshot, None, room.database.now()))
    kinds = {str(column.title): column.kind for column in table.columns}
    assert [kinds[name] for name in ("Days", "Until", "Raised", "Solved")] == [
        Kind.NUMBER,
        Kind.DATE,
        Kind.DATETIME,
        Kind.DATETIME,
    ]


def test_the_history_has_a_row_for_each_step_with_who_said_so(room):
    key = room.note(SHELTERS, said_by="Ana")
    going_on.hand_on(room.database, key, room.owners[TRANSPORT], "Mira", "They decide")
    going_on.solve(room.database, key, "Granted")
    rows = told(room, history)
    assert [(str(row["What happened"]), row["Owner"], row["Note"]) for row in rows] == [
        ("raised", "", SHELTERS),
        ("handed on", TRANSPORT, "They decide"),
        ("solved", "", "Granted"),
    ]
    assert [row["Who said so"] for row in rows] == ["Ana", "Mira", ""]


def test_a_next_step_is_overdue_once_its_day_has_gone_by(room):
    today = room.clock().in_zone(laptop_zone()).date()
    key = room.note(SHELTERS, next_step="Ask", next_on=today + timedelta(days=2))
    room.note("Nobody pays", ObstacleKind.FUNDING)
    seen = []
    for _day in range(4):
        seen.append([row["Overdue"] for row in told(room, obstacles)])
        room.clock.days(1)
    assert seen == [[False, False]] * 3 + [[True, False]]
    going_on.solve(room.database, key)
    assert [row["Overdue"] for row in told(room, obstacles)] == [False, False]
