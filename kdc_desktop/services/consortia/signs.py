"""Signs of life: one line now and then on how a consortium does, also after it was let go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import Text, cast, exists, literal, select

from kdc_desktop.domain.kit.lengths import LINE, not_longer
from kdc_desktop.domain.kit.text import on_one_line, shortened
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, date_text, fillable, lazy
from kdc_desktop.instants import Instant, Zone, day_of
from kdc_desktop.model.club import Setting
from kdc_desktop.model.consortia import Consortium, SignOfLife
from kdc_desktop.services.club.settings import keep_setting
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.storage import Database, Edit, Snapshot

_TOO_LONG = fillable("Shorten the line to {longest} characters; it has {length}.")
_NOT_HEARD = "not_heard_"  # untranslated: begins the name of a setting, the line's id follows
_LONG_NAME = fillable("Shorten who said it to {longest} characters; it has {length}.")


IS_HEARD = ~exists(
    select(Setting.name).where(
        Setting.name == literal(_NOT_HEARD).concat(cast(SignOfLife.id, Text))
    )
)
"""Whether somebody was heard, of a statement that reads lines: the club writes some itself."""


@dataclass(frozen=True)
class SignRow:
    """What was heard of a consortium, when, and from whom if that was said."""

    id: int
    text: str
    said_by: str
    at: Instant
    day: date


def write_sign_of_life(
    database: Database, consortium_id: int, text: str, said_by: str = "", day: date | None = None
) -> int:
    """One line on how a consortium does; its id.

    Args:
        day: when it was heard, if that was not today.

    Raises:
        UserError: it says nothing, or its day is still to come.
    """
    text, said_by = on_one_line(text), on_one_line(said_by)
    if not text:
        raise UserError(_("Write one line on how the consortium does."))
    not_longer(text, LINE, _TOO_LONG)
    not_longer(said_by, LINE, _LONG_NAME)
    with database.read() as snapshot:
        at = _moment_of(day, database.now(), club_zone(snapshot))
        name = snapshot.get_one(Consortium, consortium_id).name
    label = lazy("Noted a sign of life of {consortium}", consortium=name)
    with database.edit(label) as edit:
        edit.get_one(Consortium, consortium_id)
        sign = SignOfLife(consortium_id=consortium_id, text=text, said_by=said_by, at=at)
        edit.add(sign)
        edit.flush()
        return sign.id


def note_without_hearing(edit: Edit, consortium_id: int, text: str, now: Instant) -> None:
    """A line in the life of a consortium of which nobody has heard; inside an edit."""
    line = SignOfLife(consortium_id=consortium_id, text=text, at=now)
    edit.add(line)
    edit.flush()
    keep_setting(edit, f"{_NOT_HEARD}{line.id}", True)


def remove_sign_of_life(database: Database, sign_id: int) -> None:
    """It was not heard, or not of this consortium."""
    with database.read() as snapshot:
        text = shortened(snapshot.get_one(SignOfLife, sign_id).text)
    with database.edit(lazy("Removed a sign of life: {text}", text=text)) as edit:
        edit.delete(edit.get_one(SignOfLife, sign_id))


def signs_of(snapshot: Snapshot, consortium_ids: Sequence[int]) -> dict[int, list[SignRow]]:
    """What was heard of each of these consortia, the last one first."""
    found: dict[int, list[SignRow]] = {key: [] for key in consortium_ids}
    zone = club_zone(snapshot)
    for sign in snapshot.scalars(
        select(SignOfLife)
        .where(SignOfLife.consortium_id.in_(consortium_ids))
        .order_by(SignOfLife.at.desc(), SignOfLife.id.desc())
    ):
        row = SignRow(sign.id, sign.text, sign.said_by, sign.at, day_of(sign.at, zone))
        found[sign.consortium_id].append(row)
    return found


def _moment_of(day: date | None, now: Instant, zone: Zone) -> Instant:
    """Noon of an earlier day; of today it is now."""
    today = day_of(now, zone)
    if day is None or day == today:
        return now
    if day > today:
        raise UserError(
            _("{day} is still to come. Choose a day that has been.", day=date_text(day))
        )
    return Instant.of(datetime.combine(day, time(12)), zone)
