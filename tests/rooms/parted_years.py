"""Two versions of a club of a year, and all of one taken over into the other."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Organisation, Session
from kdc_desktop.services.twins.rows import TakenOver
from kdc_desktop.services.twins.taking_over import take_over_from
from kdc_desktop.storage import Database, open_database
from tests.rooms.poll_room import EVENING
from tests.rooms.twin_clubs import differences
from tests.rooms.workbook_room import Evening, an_evening


class PartedYears(NamedTuple):
    """An evening and what both knew of it, then two files."""

    evening: Evening
    here: Database
    there: Database
    session_id: int
    """One that is planned."""
    organisation_id: int
    """One that is a member of nothing yet."""

    @property
    def both(self) -> tuple[Database, Database]:
        """The two versions."""
        return self.here, self.there


@contextmanager
def parted_years(folder: Path) -> Iterator[PartedYears]:
    """The two of them, open."""
    evening = an_evening(folder / "here.kdc")
    here = evening.room.database
    with here.edit(lazy("What is to come")) as edit:
        spring = Session(title="Spring", starts_at=datetime(2027, 3, 2, 18))
        nova = Organisation(name="Nova Oy", sector="C")
        edit.add_all([spring, nova])
        edit.flush()
        ids = spring.id, nova.id
    here.settle()
    shutil.copyfile(here.path, folder / "there.kdc")
    there = open_database(folder / "there.kdc", lambda: EVENING + timedelta(days=1))
    yield PartedYears(evening, here, there, *ids)
    here.close()
    there.close()


def take_all(here: Database, there: Database) -> TakenOver:
    """All that can be taken over, as somebody ticks it."""
    chosen = [one for one in differences(here, there) if one.can_be_taken]
    return take_over_from(here, there.path, chosen)


def said(database: Database, column) -> list[object]:
    """What a column says, in order."""
    with database.read() as snapshot:
        return list(snapshot.scalars(select(column).order_by(column)))
