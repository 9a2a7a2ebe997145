"""A check of a file names what no verb leaves behind in what a club has set going."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kdc_desktop.services.joined.checks import FILE_CHECKS
from kdc_desktop.storage import Database
from kdc_desktop.storage.checking import check_database
from tests.rooms.random_club import RandomClub

_OTHER = "(SELECT id FROM {table} WHERE session_id <> {of}.session_id LIMIT 1)"
FORBIDDEN = [
    ("UPDATE kept_apart SET other_id = person_id WHERE id = 1", "apart from themself"),
    (
        "INSERT INTO kept_apart (person_id, other_id, why, at) "
        "SELECT other_id, person_id, '', at FROM kept_apart",
        "says once more that two people are kept apart",
    ),
    (
        "UPDATE offer SET kind = 'offer' WHERE id IN (SELECT need_id FROM offer_match)",
        "does not bring an offer to a need",
    ),
    (
        "UPDATE offer SET kind = 'need' WHERE id IN (SELECT offer_id FROM offer_match)",
        "does not bring an offer to a need",
    ),
    (
        "UPDATE offer SET organisation_id = (SELECT id FROM organisation WHERE id <> "
        "offer.organisation_id) WHERE department_id IS NOT NULL",
        "of a department of another organisation. End it",
    ),
    (
        "UPDATE obstacle SET solved_at = '2001-01-01T00:00:00Z'",
        "was solved before it was raised",
    ),
    (
        "UPDATE obstacle SET owner_id = 1 WHERE organisation_id IS NOT NULL",
        "A person and an organisation both take care of obstacle",
    ),
    (
        "UPDATE obstacle SET organisation_id = (SELECT id FROM organisation WHERE id <> "
        "obstacle.organisation_id) WHERE department_id IS NOT NULL",
        "A department of another organisation takes care of obstacle",
    ),
    (
        "UPDATE obstacle_step SET organisation_id = (SELECT id FROM organisation WHERE id <> "
        "obstacle_step.organisation_id) WHERE department_id IS NOT NULL",
        "names a department of another organisation",
    ),
    (
        "UPDATE gain SET minutes_least = 9, minutes_most = 2",
        "has more minutes at least than at most",
    ),
    ("UPDATE gain SET people_least = 9, people_most = 2", "has more people at least than at most"),
    (
        "UPDATE seat SET table_id = "
        "(SELECT id FROM seating_table WHERE round_id <> seat.round_id LIMIT 1)",
        "is at a table of another round",
    ),
    (
        f"UPDATE seating_round SET stage_id = {_OTHER.format(table='stage', of='seating_round')}",
        "is in a stage of another session",
    ),
    (
        "UPDATE seating_table SET cluster_id = (SELECT id FROM cluster WHERE session_id <> "
        "(SELECT session_id FROM seating_round WHERE id = round_id) LIMIT 1)",
        "worked out lies on the board of another session",
    ),
    (
        "UPDATE organisation_interest SET winner_id = (SELECT winner.id FROM winner WHERE "
        "session_id <> organisation_interest.session_id LIMIT 1) WHERE id = 1",
        "(organisation_interest) is for a winner of another session",
    ),
    (
        "UPDATE organisation_interest SET organisation_id = (SELECT id FROM organisation WHERE id "
        "<> organisation_interest.organisation_id) WHERE department_id IS NOT NULL",
        "(organisation_interest) is of a department of another organisation",
    ),
    (
        "UPDATE interest SET winner_id = (SELECT winner.id FROM winner WHERE "
        "session_id <> interest.session_id LIMIT 1) "
        "WHERE id = (SELECT min(id) FROM interest)",
        "is in a winner of another session",
    ),
]


def test_a_club_of_chance_is_in_order(database: Database) -> None:
    RandomClub(database, 1)
    database.close()
    assert check_database(database.path, FILE_CHECKS) == []


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from kdc_desktop.storage import open_database
    from tests.rooms.empty_club import EVENING

    path = tmp_path_factory.mktemp("club") / "club.kdc"
    database = open_database(path, lambda: EVENING)
    RandomClub(database, 1)
    database.close()
    return path


@pytest.mark.parametrize(("change", "sentence"), FORBIDDEN, ids=[one[1] for one in FORBIDDEN])
def test_what_no_verb_leaves_behind_is_named(
    club: Path, tmp_path: Path, change: str, sentence: str
) -> None:
    path = tmp_path / "club.kdc"
    path.write_bytes(club.read_bytes())
    with closing(sqlite3.connect(path)) as other, other:
        assert other.execute(change).rowcount > 0
    told = check_database(path, FILE_CHECKS)
    assert told != []
    assert {sentence in one for one in told} == {True}, told
