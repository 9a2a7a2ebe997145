"""Signs of life: one line now and then on how a consortium does, also after it was let go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select

from kdc_desktop.domain.kit.lengths import LINE, not_longer
from kdc_desktop.domain.kit.text import on_one_line, shortened
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, date_text, fillable, lazy
from kdc_desktop.instants import Instant, Zone, day_of
from kdc_desktop.model.consortia import Consortium, SignOfLife
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.storage import Database, Snapshot

_TOO_LONG = fillable("Shorten the line to {longest} characters; it has {length}.")
_LONG_NAME = fillable("Shorten who said it to {longest} characters; it has {length}.")


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
