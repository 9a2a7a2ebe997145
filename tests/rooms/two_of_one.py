"""Two organisations that are one, and two people who are: each with what they have said."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Member, Organisation
from kdc_desktop.services.people import organisations
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.storage import Database
from tests.rooms.consortium_room import Clock, ConsortiumRoom, make_consortium


@dataclass(frozen=True)
class TwoOrganisations:
    """Harbour Mobility goes up in North Insurance; both are members of “Yard bikes”."""

    room: ConsortiumRoom
    gone: int
    stays: int
    gone_member: int
    stays_member: int
    vision: int

    @property
    def database(self) -> Database:
        return self.room.database

    @property
    def clock(self) -> Clock:
        return self.room.clock

    def ask(self, levels: Sequence[tuple[int, int]]) -> int:
        """One asking, in which members answer one after the other; its id."""
        asking = open_asking(self.database, self.room.consortium_id, self.room.session_id)
        for member_id, level in levels:
            self.clock.days(1)
            take_position(self.database, self.vision, member_id, level, f"said {level}")
        reveal(self.database, asking)
        return asking


def two_organisations(path: Path) -> TwoOrganisations:
    room = make_consortium(path)
    harbour, north = room.members[0], room.members[5]
    with room.database.read() as snapshot:
        rows = snapshot.execute(select(Member.id, Member.organisation_id))
        of = {key: int(at) for key, at in rows if at is not None}
    vision = save_version(room.database, room.consortium_id, "Every yard shares a cargo bike.")
    return TwoOrganisations(room, of[harbour], of[north], harbour, north, vision)


def call(database: Database, organisation_id: int, **said: object) -> None:
    """Say something of an organisation, past what a person may say."""
    with database.edit(lazy("Said")) as edit:
        found = edit.get_one(Organisation, organisation_id)
        for name, value in said.items():
            setattr(found, name, value)


def with_parts(database: Database, organisation_id: int, *names: str) -> list[int]:
    return [organisations.add_department(database, organisation_id, name) for name in names]
