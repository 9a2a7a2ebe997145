"""What has changed since a suggestion was made, or while it is taken over, is not overridden."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.services.attendance import door
from kdc_desktop.services.consortia import forming, moving
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.consortia.suggestions import apply_suggestion
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from tests.rooms.consortia_room import Room

Act = Callable[[Room], object]


ACTS: dict[str, Act] = {
    "pin": lambda room: moving.set_pinned(room.database, 1, room.people[:2], True),
    "leave": lambda room: door.leave(room.database, 1, room.people[0]),
    "let go": lambda room: forming.let_go(room.database, 1),
}


def suggested(room: Room, by: int) -> dict[int, int]:
    return {one: room.winners[(at + by) % 3] for at, one in enumerate(room.people[:6])}


def held_and_there(room: Room) -> tuple[dict[int, int], dict[int, int]]:
    seen = overview(room.database, 1, CONSORTIUM_TRAILS)
    return dict(seen.problem.pinned), dict(seen.placed)


@pytest.fixture
def placed(room: Room) -> Room:
    """Six people sit somewhere in consortia that take anybody."""
    apply_suggestion(room.database, 1, suggested(room, 0), CONSORTIUM_TRAILS)
    forming.set_wanted(room.database, [1, 2, 3], 1, 9, "")
    return room


@pytest.mark.parametrize("act", ACTS)
def test_who_is_held_since_stays_and_the_others_go_as_suggested(placed: Room, act: str) -> None:
    ACTS[act](placed)
    held, _ = held_and_there(placed)
    apply_suggestion(placed.database, 1, suggested(placed, 1), CONSORTIUM_TRAILS)
    assert held
    assert held_and_there(placed)[1] == {**suggested(placed, 1), **held}


@pytest.mark.parametrize("act", ACTS)
def test_what_another_hand_does_between_the_look_and_the_write_counts(
    placed: Room, act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, held = placed.database.edit, dict[int, int]()

    @contextmanager
    def edit(*told: Any, **more: Any) -> Iterator[Any]:
        monkeypatch.undo()
        ACTS[act](placed)
        held.update(held_and_there(placed)[0])
        with real(*told, **more) as begun:
            yield begun

    monkeypatch.setattr(placed.database, "edit", edit)
    apply_suggestion(placed.database, 1, suggested(placed, 1), CONSORTIUM_TRAILS)
    assert held
    assert held_and_there(placed)[1] == {**suggested(placed, 1), **held}


def test_where_those_who_stay_leave_no_room_it_is_refused_whole(placed: Room) -> None:
    forming.set_wanted(placed.database, [1, 2, 3], 1, 2, "")
    moving.set_pinned(placed.database, 1, placed.people[:1], True)
    _, before = held_and_there(placed)
    with pytest.raises(UserError, match="Yard bikes would have 3 people, its limit is 2"):
        apply_suggestion(placed.database, 1, suggested(placed, 1), CONSORTIUM_TRAILS)
    assert held_and_there(placed)[1] == before
