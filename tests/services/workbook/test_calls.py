"""A call of one member between evenings is told as where all stand after it."""

from itertools import pairwise

from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.services.visions.positions import HowAnswered, take_position

COUNTS = ("Members asked", "Answered", "At the agreed level or above", "Below it", "No answer")


def test_one_call_moves_one_member(evening, room, export) -> None:
    before = [row for row in export(None).rows("Buy-in") if row["Version"] == 2]
    how = HowAnswered(None, AnswerWay.CALL, room.people[0])
    take_position(room.database, evening.versions[1], evening.members[0], 8, how=how)
    rows = [row for row in export(None).rows("Buy-in") if row["Version"] == 2]
    assert [row["By telephone"] for row in rows] == ["no", "yes"]
    assert rows[0] == before[0]
    assert [row["Members asked"] for row in rows] == [7, 7]
    for one, other in pairwise(rows):
        moved = {name: abs(one[name] - other[name]) for name in COUNTS}
        assert max(moved.values()) <= 1, moved
    assert {row["Share of members asked"] > 0.2 for row in rows} == {True}
