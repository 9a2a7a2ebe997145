"""What a consortium is let go with, and what is heard of it afterwards."""

from dataclasses import dataclass
from datetime import date

from kdc_desktop.domain.consortia.states import is_alive, is_on_its_own
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.letting_go import CheckRow, Contacts, checklist
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Zone, day_of
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.services.consortia.signs import SignRow, signs_of
from kdc_desktop.services.consortia.steps import StateRow, checked_words, states_in
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.visions.rows import VisionPage
from kdc_desktop.storage import Database


@dataclass(frozen=True)
class LifeOfConsortium:
    """How far a consortium is, what it has for being let go, and what was heard of it.

    `since` is the day on which it came to its state; `signs` are the last one first.
    """

    consortium_id: int
    name: str
    checks: tuple[CheckRow, ...]
    state: StateRow
    is_let_go: bool
    look_again_on: date | None
    signs: tuple[SignRow, ...]
    since: date
    today: date

    @property
    def is_over(self) -> bool:
        """Whether it has ended or stopped: nothing is expected of it any more."""
        return not is_alive(self.state.state)

    @property
    def is_looked_at_today(self) -> bool:
        """Whether the day to look again has come."""
        return self.look_again_on is not None and self.look_again_on <= self.today


def life_of(database: Database, page: VisionPage) -> LifeOfConsortium:
    """What there is to say about the consortium of a page."""
    key = page.consortium_id
    with database.read() as snapshot:
        found = snapshot.get_one(Consortium, key)
        state = states_in(snapshot, [key], [key] if page.versions else [])[key]
        signs = signs_of(snapshot, [key])[key]
        zone = club_zone(snapshot)
        contacts = _contacts(found, zone)
        look_again_on = found.look_again_on
    leads = [one.name for one in page.members if one.role == MemberRole.LEAD and one.is_asked]
    due = [one.due_on for one in page.commitments if one.due_on is not None and not one.done]
    number = page.latest.number if page.latest else 0
    return LifeOfConsortium(
        key,
        page.name,
        checklist(number, page.readiness, leads, due, contacts=contacts),
        state,
        is_on_its_own(state.state),
        look_again_on,
        tuple(signs),
        day_of(state.at, zone),
        day_of(database.now(), zone),
    )


def _contacts(consortium: Consortium, zone: Zone) -> Contacts:
    at = consortium.contacts_shared_at
    on = None if at is None else day_of(at, zone)
    return Contacts(on, consortium.contacts_said_by)


def share_contacts(database: Database, consortium_id: int, shared: bool, said_by: str = "") -> None:
    """Say that the members of a consortium have each other's contacts, or that they have not.

    Raises:
        UserError: the name of who says so is too long.
    """
    said_by, _note = checked_words(said_by, "")
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
    label = (
        lazy("The members of {consortium} have each other's contacts", consortium=name)
        if shared
        else lazy("The members of {consortium} do not have each other's contacts", consortium=name)
    )
    with database.edit(label) as edit:
        found = edit.get_one(Consortium, consortium_id)
        if shared is (found.contacts_shared_at is not None):
            return
        found.contacts_shared_at = database.now() if shared else None
        found.contacts_said_by = said_by if shared else ""
