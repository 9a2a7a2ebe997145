"""What was noted of a member before: fields begin with it, and a line says what becomes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import _, date_text
from kdc_desktop.instants import Instant, day_of, laptop_zone
from kdc_desktop.services.visions.noted import heard_in
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.visions.rows import VisionPage
from kdc_desktop.storage import Database


@dataclass(frozen=True)
class Noted:
    """An answer of which the facilitator may know; without a `level` there is none.

    `at` is when it was revealed or, while it may still change, None. `is_of_today`: it came by a
    call of the day on which one looks. `concern` was noted with it, and may still change.
    """

    level: int | None = None
    reason: str = ""
    would_move: str = ""
    said_by_id: int | None = None
    heard: Mapping[int, bool] = field(default_factory=dict)
    at: Instant | None = None
    is_of_today: bool = False
    concern: Concern | None = None

    def is_as_of_now(self, way: AnswerWay) -> bool:
        """Whether noting the same once more in this way would say nothing new."""
        return self.is_of_today and way is AnswerWay.CALL


def noted_of(database: Database, page: VisionPage, member_id: int, version_id: int) -> Noted:
    """What a member has said of a version, as the facilitator sees it on their page."""
    said = page.said(member_id, version_id)
    asking = page.asking
    is_asked = asking is not None and asking.vision_id == version_id
    heard = heard_in(database, asking.id, member_id) if asking is not None and is_asked else {}
    if said is None:
        return Noted(heard=heard)
    zone = laptop_zone()
    today = day_of(database.now(), zone)
    return Noted(
        said.level,
        said.reason,
        said.would_move,
        said.said_by_id,
        heard,
        None if is_asked else said.at,
        not is_asked and said.way is AnswerWay.CALL and day_of(said.at, zone) == today,
        _noted_concern(page, member_id) if is_asked else None,
    )


def _noted_concern(page: VisionPage, member_id: int) -> Concern | None:
    """What was noted with the answer to the asking that is open, the last of it."""
    asking = page.asking
    noted = [
        row
        for row in page.reservations
        if asking is not None and row.member_id == member_id and row.opened_at >= asking.opened_at
    ]
    last = max(noted, key=lambda row: (row.opened_at, row.id), default=None)
    return None if last is None else Concern(last.text, last.objection, last.owner)


def noted_words(noted: Noted, *, by_call: bool = False) -> str:
    """What becomes of what was noted; nothing where there is none, or it may still change.

    In a call, where the member is chosen, it is always said: else all below would jump.
    """
    if noted.level is None or noted.at is None:
        nothing = _(
            "Nothing is noted of it on this version. What you save here is the first answer."
        )
        return nothing if by_call else ""
    return _(
        "Noted like this on {day}, and that stays. What you save here is a new answer.",
        day=date_text(day_of(noted.at, laptop_zone())),
    )
