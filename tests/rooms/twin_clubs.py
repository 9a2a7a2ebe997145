"""Two versions of one club: the same evening, which then goes on in two files."""

import shutil
from pathlib import Path

from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.joined.later import compare
from kdc_desktop.services.people import people
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.services.twins.rows import Comparison, TwinDifference, TwinNoun
from kdc_desktop.storage import Database, open_database
from tests.rooms.empty_club import EVENING, STARTS

SESSION = 1


def made(path: Path) -> Database:
    """A club with a session, Aino, who is its first person, an idea of hers, and a cluster."""
    database = open_database(path, lambda: EVENING)
    planning.plan_session(database, "Autumn", STARTS, templates()[0])
    aino = people.add_person(database, "Aino Laine", email="aino@example.org")
    first = board_ideas.add_idea(database, SESSION, "Cargo bikes", author_id=aino)
    board_clusters.add_cluster(database, SESSION, "Streets", [first])
    return database


def parted(folder: Path) -> tuple[Database, Database]:
    """Two files of it, open."""
    here = made(folder / "here.kdc")
    here.settle()
    shutil.copyfile(here.path, folder / "there.kdc")
    return here, open_database(folder / "there.kdc", lambda: EVENING)


def differences(here: Database, there: Database) -> list[TwinDifference]:
    return list(compared(here, there).differences)


def compared(here: Database, there: Database) -> Comparison:
    there.settle()
    return compare(here, there.path)


def told(here: Database, there: Database, noun: TwinNoun) -> list[tuple[str, str]]:
    """What has become of what, under one heading."""
    return [(one.fate.value, one.title) for one in differences(here, there) if one.noun is noun]
