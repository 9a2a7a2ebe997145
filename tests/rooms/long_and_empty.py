"""A club in which every name is as long as some are, and one in which nothing has been done."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kdc_desktop.domain.stage_kinds import STAGE_KINDS
from kdc_desktop.services.sessions.agenda import add_stage
from kdc_desktop.services.sessions.planning import plan_session
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import open_database
from tests.rooms.made_once import made_once
from tests.rooms.pseudo_room import make_cyrillic_club, places_of_words

PERSON = "Dr. Maria-Magdalena Wolfensberger-Papadimitriou de la Vega"
TITLE = "Energy-positive neighbourhoods with shared storage and open data for everybody who cares"
TEXT = (
    "We would like every yard in the old harbour to have a place where neighbours lend each other "
    "what they seldom need: ladders, drills, tents, cargo bikes, and the time to show how it works."
)


def make_long_club(path: Path) -> None:
    """The sample club, live again, with long names of people, organisations and everything."""
    made_once(path, "long", _make_long_club)


def _make_long_club(path: Path) -> None:
    make_cyrillic_club(path)
    in_long_words(path)


def in_long_words(path: Path) -> None:
    """Write long names and texts over whatever people wrote in a club."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for table, column in places_of_words(connection):
            words = PERSON if table == "person" else TITLE
            words = words if column in ("name", "title", "question", "place") else TEXT
            words = (
                f"maria.magdalena@{'very-' * 8}long-domain.example" if column == "email" else words
            )
            connection.execute(
                f"""UPDATE "{table}" SET "{column}" = ? || ' ' || id WHERE "{column}" <> ''""",
                (words,),
            )


def make_empty_club(path: Path) -> None:
    """A session with a stage of every kind has been planned, and nobody is known."""
    made_once(path, "empty", _make_empty_club)


def _make_empty_club(path: Path) -> None:
    database = open_database(path)
    session_id = plan_session(database, "Evening", datetime(2026, 11, 3, 18, 0), templates()[-1])
    for kind in STAGE_KINDS:
        add_stage(database, session_id, kind)
    database.close()
