"""A program to be killed: it works through real verbs and tells of each one that returned."""

import itertools
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import select

from kdc_desktop.model import Member
from kdc_desktop.services.attendance import door
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.consortia.joining import Joiner
from kdc_desktop.services.consortia.projects import NewProject, add_project
from kdc_desktop.services.people import people
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.storage import Database, open_database
from tests.storage.places import EVENING, STARTS

STDOUT = 1
_heard_at = STDOUT


def work(path: Path, round_number: int) -> None:
    """Plan a session, fill it, and say "table id value" after each action, until killed."""
    with closing(open_database(path, lambda: EVENING, back_up=round_number % 10 == 0)) as database:
        fill(database, round_number, itertools.count())


def fill(database: Database, round_number: int, turns: Iterable[int]) -> None:
    """Plan a session and fill it so many times."""
    tell("opened", round_number, "")
    title = f"Round {round_number}"
    session_id = planning.plan_session(database, title, STARTS, templates()[0])
    tell("session", session_id, title)
    agenda.go_live(database, session_id)
    tell("live", session_id, "live")
    asked = Asked(database, session_id, round_number)
    ideas: list[int] = []
    for number in turns:
        text = f"Idea {round_number}.{number}"
        ideas.append(board_ideas.add_idea(database, session_id, text))
        tell("idea", ideas[-1], text)
        name = f"Guest {round_number}.{number}"
        person_id = door.walk_in(database, session_id, name)
        tell("person", person_id, name)
        people.change_person(
            database,
            person_id,
            name=f"{name} changed",
            email="",
            organisation_id=None,
            department_id=None,
            notes="",
        )
        tell("changed", person_id, f"{name} changed")
        asked.ask(number)
        if number % 4 == 3:
            cluster_id = board_clusters.add_cluster(database, session_id, text, ideas[-3:])
            tell("cluster", cluster_id, text)
            board_ideas.trash_ideas(database, ideas[-1:])
            tell("trash", ideas[-1], "trashed")
            database.undo()
            tell("undone", ideas[-1], "back")


class Asked:
    """A project of two residents that is asked again and again where they stand."""

    def __init__(self, database: Database, session_id: int, round_number: int) -> None:
        self._database, self._session_id = database, session_id
        name = f"Project {round_number}"
        crowd = [people.add_person(database, f"Resident {round_number}.{n}") for n in range(2)]
        members = tuple(Joiner(person_id=person_id) for person_id in crowd)
        self._project = add_project(database, NewProject(name, members=members))
        tell("project", self._project, name)
        with database.read() as snapshot:
            of_project = select(Member.id).where(Member.consortium_id == self._project)
            self._members = list(snapshot.scalars(of_project))

    def ask(self, number: int) -> None:
        """Write a version, ask, note two answers, and reveal them."""
        text = f"Vision {number}"
        version = save_version(self._database, self._project, text)
        tell("vision", version, text)
        asking = open_asking(self._database, self._project, self._session_id)
        tell("asking", asking, "asked")
        for member_id in self._members:
            level = 1 + (number + member_id) % 8
            tell("answer", take_position(self._database, version, member_id, level), level)
        reveal(self._database, asking)
        tell("revealed", asking, "revealed")


def tell(*words: object) -> None:
    """One line to the parent; what is told is on disk."""
    os.write(_heard_at, ("\t".join(map(str, words)) + "\n").encode())


@contextmanager
def unheard() -> Iterator[Path]:
    """A folder to do once what is killed later, so that forks find every statement compiled."""
    global _heard_at  # noqa: PLW0603 - a process tells on one pipe
    with tempfile.TemporaryDirectory() as folder, open(os.devnull, "wb") as nobody:
        _heard_at = nobody.fileno()
        yield Path(folder)
        _heard_at = STDOUT


def serve(work: Callable[[Path, int], None]) -> None:
    """Fork a worker for each line "path, round": forking saves importing everything each time."""
    for line in sys.stdin:
        path, round_number = line.rstrip("\n").split("\t")
        pid = os.fork()
        if pid == 0:
            work(Path(path), int(round_number))
            os._exit(0)
        tell("pid", pid, "")
        _pid, status = os.waitpid(pid, 0)
        tell("ended", os.waitstatus_to_exitcode(status), "")


if __name__ == "__main__":
    with unheard() as folder, closing(open_database(folder / "club.kdc")) as database:
        fill(database, 0, range(4))
    serve(work)
