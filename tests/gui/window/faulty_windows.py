"""Opens clubs with one wrong value each in the real window and goes everywhere; run it for all.

python -m tests.gui.window.faulty_windows [EVERY]   # every value of every column, or each EVERYth
"""

import random
import shutil
import sqlite3
import sys
import tempfile
import traceback
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Program
from kdc_desktop.application import make_application
from kdc_desktop.errors import UserError
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.sessions import listing, questions
from kdc_desktop.services.workbook.export import export_workbook
from kdc_desktop.settings import Settings
from kdc_desktop.storage import backups
from tests.rooms.pseudo_room import make_full_club
from tests.storage.wrong_values import columns, let_all_be_empty, put_wrong, wrong_for

AREAS = ("people", "consortia", "obstacles", "chains", "network", "settings", "home")
Mutation = tuple[str, str, str]
"""Table, column, and the value as SQL."""


def mutations(seed: int) -> list[Mutation]:
    """Every wrong value of every column, shuffled."""
    found = [(t.name, c.name, said) for t, c in columns() for said in wrong_for(c)]
    random.Random(seed).shuffle(found)
    return found


def make_whole(path: Path) -> Path:
    """A club of today with something of a year, which takes NULL everywhere."""
    make_full_club(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        let_all_be_empty(connection)
    return path


def mutated(whole: Path, path: Path, mutation: Mutation) -> bool:
    """A copy with one value that is wrong; False where there is no row to write it to."""
    shutil.copy(whole, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return put_wrong(connection, *mutation) > 0


def walk(program: Program, path: Path) -> None:
    """Open a club, go to every area, session and stage, show the room, export, undo and redo."""
    club = program.open(path)
    window = club.window
    club.shared_screen.resize(960, 540)
    club.shared_screen.show()
    for area in AREAS:
        window.go(area)
        _turn()
    for session in listing.sessions(club.database):
        window.open_session(session.id)
        for stage in questions.stages(club.database, session.id):
            window.walk.look_at(stage.id)
            _turn()
    with closing_nothing():
        export_workbook(club.database, path.with_suffix(".xlsx"), WORKBOOK)
    window.undoing.undo()
    _turn()
    window.undoing.redo()
    _turn()


class closing_nothing:  # noqa: N801 - reads as a word
    """A block in which a sentence is as good as an answer."""

    def __enter__(self) -> None:
        """Nothing to do."""

    def __exit__(self, kind: type[BaseException] | None, *_more: object) -> bool:
        return kind is not None and issubclass(kind, UserError)


def close(program: Program) -> None:
    """Close the club, and whatever it has shown."""
    if program.club is not None:
        program.club.close()
        program.club = None
    for widget in QApplication.topLevelWidgets():
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def _turn() -> None:
    QCoreApplication.processEvents()


def main(every: int) -> int:
    """Try all; how many did not go well."""
    raised: list[str] = []
    sys.excepthook = lambda kind, error, trace: raised.append(
        "".join(traceback.format_exception(kind, error, trace))
    )
    app = make_application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = make_whole(folder / "whole.kdc")
        settings = Settings(folder / "settings.ini")
        settings.motion = False
        program = Program(app, settings, lambda _window: None)
        bad = 0
        for number, mutation in enumerate(mutations(1)[::every]):
            path = folder / f"{number}.kdc"
            if mutated(whole, path, mutation):
                _say(number, *mutation)
                raised.clear()
                try:
                    walk(program, path)
                except UserError as error:
                    _say("   refused:", error)
                except Exception:
                    raised.append(traceback.format_exc())
                try:
                    close(program)
                except Exception:
                    raised.append(traceback.format_exc())
                bad += bool(raised)
                for trace in raised:
                    _say("   raised", *trace.splitlines()[-7:])
            shutil.rmtree(backups.folder_of(path), ignore_errors=True)
            for left in folder.glob(f"{number}.*"):
                left.unlink(missing_ok=True)
    _say(bad, "raised")
    return bad


if __name__ == "__main__":
    sys.exit(min(1, main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)))
