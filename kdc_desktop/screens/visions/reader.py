"""What the vision screen reads: the consortia to choose from, and the page of the one shown."""

from collections.abc import Collection, Mapping

from kdc_desktop.instants import Instant
from kdc_desktop.services.sessions import listing
from kdc_desktop.services.visions.consortium_ledger import consortium_ledger
from kdc_desktop.services.visions.ledger_rows import ConsortiumLedger
from kdc_desktop.services.visions.questions import (
    FollowedVision,
    consortia_with_visions,
    one_with_vision,
)
from kdc_desktop.services.visions.room_life import RoomLife, room_lives
from kdc_desktop.services.visions.room_pages import room_pages
from kdc_desktop.services.visions.rows import ConsortiumChoice, VisionPage
from kdc_desktop.storage import Database

FEW = 30  # changed positions that are followed one by one


class VisionReader:
    """Reads everything, or follows a few positions of the consortium shown.

    Without a session it reads that one consortium of the club which is said `only` to be shown.
    """

    def __init__(self, database: Database, session_id: int | None) -> None:
        self._database, self._session_id = database, session_id
        self.only = 0
        self._followed: FollowedVision | None = None
        self.choices: list[ConsortiumChoice] = []

    def read_choices(self) -> list[int]:
        """Read the consortia of the session; their ids."""
        self.choices = self.choices_now()
        return [choice.id for choice in self.choices]

    def closed_at(self) -> Instant | None:
        """When the evening was closed, where it is over."""
        if self._session_id is None:
            return None
        evening = listing.session(self._database, self._session_id)
        return evening.closed_at if evening.is_over else None

    def choices_now(self) -> list[ConsortiumChoice]:
        """The consortia of the session as they are now, whatever is shown."""
        if self._session_id is None:
            return one_with_vision(self._database, self.only)
        return consortia_with_visions(self._database, self._session_id)

    def page_now(self, consortium_id: int) -> VisionPage:
        """Everything about one of them as it is now, whatever is shown."""
        return FollowedVision(self._database, consortium_id).page

    def room_pages_now(self, consortium_ids: Collection[int]) -> Mapping[int, VisionPage]:
        """What the room is shown of these as it is now, of those that are there."""
        return room_pages(self._database, consortium_ids)

    def room_lives_now(self, consortium_ids: Collection[int]) -> Mapping[int, RoomLife]:
        """What these are let go with, as the room is told it now."""
        return room_lives(self._database, consortium_ids)

    def ledger_now(self, consortium_id: int) -> ConsortiumLedger:
        """What the members of a consortium answered over the years."""
        return consortium_ledger(self._database, consortium_id)

    def versions_for(self, consortium_id: int, member_id: int) -> set[int]:
        """The versions that a member of a consortium can read now; none once it has left."""
        if all(choice.id != consortium_id for choice in self.choices_now()):
            return set()
        page = self.page_now(consortium_id)
        is_in = any(member.id == member_id for member in page.members)
        return {version.id for version in page.versions} if is_in else set()

    def read_page(self, consortium_id: int) -> VisionPage:
        """Read everything about one of them."""
        self._followed = FollowedVision(self._database, consortium_id)
        return self._followed.page

    def follow(
        self, position_ids: Collection[int], asking_ids: Collection[int] = ()
    ) -> VisionPage | None:
        """The page with these positions and askings as they are now; None: all has to be read."""
        followed = self._followed
        if followed is None or len(position_ids) > FEW:
            return None
        if not followed.follow(position_ids, asking_ids):
            return None
        now = followed.choice
        self.choices = [now if choice.id == now.id else choice for choice in self.choices]
        return followed.page
