"""A club file of version 0003, in which people have voted straight into the file."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

OLD = Path(__file__).parents[1] / "data" / "clubs" / "0003.kdc"
VOTERS = range(3, 23)
THEN = "2026-11-03 18:00:00"
_TABLES = {
    "voter_roll": "(poll_id, person_id, channel)",
    "ballot_paper": "(id, poll_id, person_id, sector)",
    "ballot_mark": "(paper_id, option_id, marks)",
}


def old_vote(
    path: Path, deal: int, after_each: Callable[[int], object] = lambda _number: None
) -> None:
    """Twenty vote in a secret poll that stays open, in an order and with papers by `deal`."""
    shutil.copy(OLD, path)
    lots, foretold = random.Random(deal), random.Random(5)
    keys = [foretold.getrandbits(62) for _voter in VOTERS]
    papers = [(key, 1 + number % 5) for number, key in enumerate(keys)]
    voters = list(VOTERS)
    lots.shuffle(papers)
    lots.shuffle(voters)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        _set_up(raw)
        raw.commit()
        for number, (voter, (key, marks)) in enumerate(zip(voters, papers, strict=True)):
            _add(raw, "voter_roll", 1, voter, "kiosk")
            _add(raw, "ballot_paper", key, 1, None, None)
            _add(raw, "ballot_mark", key, 1 + marks % 2, marks)
            raw.commit()
            after_each(number)


def close_old_vote(path: Path) -> None:
    """End it as version 0003 did, but for the roll, which it wrote anew."""
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE poll SET state = 'closed', closed_at = ?", (THEN,))


def _add(raw: sqlite3.Connection, table: str, *values: object) -> None:
    places = ", ".join("?" * len(values))
    raw.execute(f"INSERT INTO {table} {_TABLES[table]} VALUES ({places})", values)


def _set_up(raw: sqlite3.Connection) -> None:
    for voter in VOTERS:
        raw.execute(
            "INSERT INTO person (id, name, email, notes, created_at) VALUES (?, ?, '', '', ?)",
            (voter, f"Guest {voter}", THEN),
        )
    raw.execute(
        "INSERT INTO poll (id, session_id, question, method, marks_each, stacking, secrecy, "
        "subject, smallest_group, state, hands_people, created_at, opened_at) VALUES "
        "(1, 1, 'Which?', 'dots', 9, 1, 'secret', 'ideas', 5, 'open', 0, ?, ?)",
        (THEN, THEN),
    )
    for option in (1, 2):
        raw.execute(
            "INSERT INTO option (id, poll_id, place_in_order, title, idea_id) "
            "VALUES (?, 1, ?, 'Bikes', 1)",
            (option, option),
        )
    for voter in VOTERS:
        raw.execute("INSERT INTO elector (poll_id, person_id, sector) VALUES (1, ?, 'R')", (voter,))
