"""Two people are kept apart, and why is for nobody else's eyes."""

from contextlib import suppress

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.services.people import apart, forgetting, people
from kdc_desktop.services.people.apart import ApartRow
from kdc_desktop.storage import Database


@pytest.fixture
def trio(database: Database) -> tuple[int, int, int]:
    """Ann, Bo and Cy."""
    ann, bo, cy = (people.add_person(database, name) for name in ("Ann", "Bo", "Cy"))
    return ann, bo, cy


def pairs(database: Database) -> frozenset[tuple[int, int]]:
    with database.read() as snapshot:
        return apart.apart_pairs(snapshot)


def test_two_are_kept_apart_whoever_is_named_first(
    database: Database, trio: tuple[int, int, int]
) -> None:
    ann, bo, cy = trio
    apart.keep_apart(database, bo, ann, "  an old quarrel ")
    apart.keep_apart(database, bo, cy)
    assert pairs(database) == {(ann, bo), (bo, cy)}
    assert apart.why_apart(database, ann, bo) == "an old quarrel"
    assert apart.apart_from(database, bo) == [
        ApartRow(ann, "Ann", "an old quarrel"),
        ApartRow(cy, "Cy", ""),
    ]
    assert apart.apart_from(database, ann) == [ApartRow(bo, "Bo", "an old quarrel")]


def test_from_whom_is_told_in_a_sentence(database: Database, trio: tuple[int, int, int]) -> None:
    ann, bo, cy = trio
    assert apart.apart_sentence(apart.apart_from(database, ann)) == ""
    apart.keep_apart(database, ann, bo, "an old quarrel")
    apart.keep_apart(database, ann, cy)
    told = apart.apart_sentence(apart.apart_from(database, ann))
    assert told == "Is kept apart from Bo (an old quarrel), Cy."


def test_another_reason_takes_the_place_of_the_first(
    database: Database, trio: tuple[int, int, int]
) -> None:
    ann, bo, _cy = trio
    apart.keep_apart(database, ann, bo, "an old quarrel")
    apart.keep_apart(database, ann, bo, "married")
    assert apart.apart_from(database, ann) == [ApartRow(bo, "Bo", "married")]
    database.undo()
    assert apart.why_apart(database, ann, bo) == "an old quarrel"


def test_they_may_be_together_again(database: Database, trio: tuple[int, int, int]) -> None:
    ann, bo, _cy = trio
    apart.keep_apart(database, ann, bo)
    apart.keep_apart_no_longer(database, bo, ann)
    assert pairs(database) == frozenset()
    assert apart.why_apart(database, ann, bo) is None
    database.undo()
    assert pairs(database) == {(ann, bo)}


def test_what_cannot_be_is_refused(database: Database, trio: tuple[int, int, int]) -> None:
    ann, bo, cy = trio
    with pytest.raises(UserError, match="That is one person"):
        apart.keep_apart(database, ann, ann)
    with pytest.raises(UserError, match="Shorten the reason"):
        apart.keep_apart(database, ann, bo, "x" * 2_000)
    with pytest.raises(UserError, match="removed meanwhile"):
        apart.keep_apart(database, ann, cy + 1)
    assert pairs(database) == frozenset()


def test_what_undo_and_the_log_say_names_nobody(
    database: Database, trio: tuple[int, int, int]
) -> None:
    ann, bo, _cy = trio
    apart.keep_apart(database, ann, bo, "an old quarrel")
    assert str(database.next_steps()[0].label) == "Kept two people apart"


@pytest.mark.parametrize("before", ["kept apart", "no longer", "another reason"])
@pytest.mark.parametrize("way", ["undo", "redo"])
def test_of_somebody_forgotten_no_undo_brings_back_whom_they_were_kept_apart_from(
    database: Database, trio: tuple[int, int, int], before: str, way: str
) -> None:
    ann, bo, cy = trio
    apart.keep_apart(database, bo, cy)
    apart.keep_apart(database, ann, bo, "an old quarrel")
    if before == "no longer":
        apart.keep_apart_no_longer(database, ann, bo)
    elif before == "another reason":
        apart.keep_apart(database, ann, bo, "married")
    steps = 2 if before == "kept apart" else 3
    go = database.redo if way == "redo" else database.undo
    for _step in range(steps if way == "redo" else 0):
        database.undo()
    forgetting.replace_by_pseudonym(database, ann)
    for _step in range(steps):
        with suppress(UserError):
            go()
        assert apart.apart_from(database, ann) == []
    assert pairs(database) == ({(bo, cy)} if way == "redo" else frozenset())
