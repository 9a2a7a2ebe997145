"""What becomes of a commitment that is not kept in time: another day, another giver, or none."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import or_, select

from kdc_desktop.domain.kit.lengths import LINE, not_longer
from kdc_desktop.domain.kit.text import on_one_line, shortened
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, date_text, fillable, lazy
from kdc_desktop.instants import Instant, day_of
from kdc_desktop.model.consortia import Member
from kdc_desktop.model.visions import Commitment
from kdc_desktop.services.consortia.leaving import has_left
from kdc_desktop.services.consortia.signs import note_without_hearing
from kdc_desktop.services.kit.club_zone import club_zone_of
from kdc_desktop.services.visions.club import ConsortiumNow, is_counted
from kdc_desktop.services.visions.members import name_of_member
from kdc_desktop.services.visions.named import NAMES, called, with_names
from kdc_desktop.services.visions.reservation_steps import take_back_steps_by
from kdc_desktop.storage import Database, Edit, Snapshot

_OF_WHAT = 60  # letters of what was promised, that are said beside the reason
_LONG_WHY = fillable("Shorten the reason to {longest} characters; it has {length}.")


class Giver(NamedTuple):
    """A member who could give what another has promised."""

    id: int
    name: str


def kept_of_due(
    snapshot: Snapshot, known: Mapping[int, ConsortiumNow], begin: Instant, today: date
) -> tuple[int, int]:
    """How many commitments were kept since then, and of how many: with them what is due by today.

    The day on which something was due does not matter: what is owed from long before counts as
    long as it is owed, and what was kept counts when it was.
    """
    found = snapshot.execute(
        select(Member.consortium_id, Commitment.done_at)
        .join(Member, Member.id == Commitment.member_id)
        .where(
            or_(
                Commitment.done_at >= begin,
                Commitment.done_at.is_(None) & (Commitment.due_on <= today),
            )
        )
    )
    states = {key: one.state for key, one in known.items()}
    kept = [done is not None for key, done in found if is_counted(states.get(key), done)]
    return sum(kept), len(kept)


def postpone_commitment(database: Database, commitment_id: int, due_on: date) -> None:
    """A member gives what it has promised on another day.

    Raises:
        UserError: that day has been, or it was kept meanwhile.
    """
    if due_on < day_of(database.now(), club_zone_of(database)):
        raise UserError(_("{day} has been. Choose a day to come.", day=date_text(due_on)))
    what, _giver = _told(database, commitment_id)
    label = lazy("Postponed a commitment to {day}: {what}", day=date_text(due_on), what=what)
    with database.edit(label) as edit:
        _not_kept(edit, commitment_id).due_on = due_on


def other_givers(database: Database, commitment_id: int) -> list[Giver]:
    """The other members of the consortium, by their names; none who has left."""
    with database.read() as snapshot:
        giver = snapshot.get_one(Member, snapshot.get_one(Commitment, commitment_id).member_id)
        found = snapshot.execute(
            with_names(select(Member.id, *NAMES)).where(
                Member.consortium_id == giver.consortium_id,
                Member.id != giver.id,
                ~has_left(Member.id),
            )
        )
        givers = [Giver(key, called(*names)) for key, *names in found]
    return sorted(givers, key=lambda one: one.name.casefold())


def hand_commitment(database: Database, commitment_id: int, member_id: int) -> None:
    """Another member of the consortium gives what one has promised.

    Raises:
        UserError: it is in another consortium, or has left; or the commitment was kept meanwhile.
    """
    what, _giver = _told(database, commitment_id)
    name = name_of_member(database, member_id)
    with database.edit(
        lazy("{member} took over a commitment: {what}", member=name, what=what)
    ) as edit:
        commitment = _not_kept(edit, commitment_id)
        taker = edit.get_one(Member, member_id)
        known = edit.get_one(Member, commitment.member_id).consortium_id == taker.consortium_id
        if not known or edit.scalar(select(has_left(member_id))):
            raise UserError(_("{member} is not in this consortium. Choose another.", member=name))
        commitment.member_id = member_id


def drop_commitment(database: Database, commitment_id: int, why: str) -> None:
    """A commitment is kept by nobody; the reason stays in the life of its consortium.

    That is no sign of life: the club has written it, and nobody was heard.

    Raises:
        UserError: it says no reason, or the commitment was kept meanwhile.
    """
    why = on_one_line(why)
    if not why:
        raise UserError(_("Say in one line why it is dropped."))
    not_longer(why, LINE - 3 * _OF_WHAT, _LONG_WHY)
    what, giver = _told(database, commitment_id)
    with database.edit(lazy("Dropped a commitment: {what}", what=what)) as edit:
        commitment = _not_kept(edit, commitment_id)
        consortium_id = edit.get_one(Member, commitment.member_id).consortium_id
        said = _("Dropped “{what}” of {member}: {why}", what=what, member=giver, why=why)
        note_without_hearing(edit, consortium_id, said, database.now())
        take_back_steps_by(edit, commitment_id)
        edit.delete(commitment)


def _not_kept(edit: Edit, commitment_id: int) -> Commitment:
    """A line of what is due may be older than that somebody ticked it off."""
    found = edit.get_one(Commitment, commitment_id)
    if found.done_at is not None:
        raise UserError(
            _(
                "“{what}” was ticked off as kept meanwhile. Open it again first, if it was not.",
                what=shortened(found.what, _OF_WHAT),
            )
        )
    return found


def _told(database: Database, commitment_id: int) -> tuple[str, str]:
    """What was promised, and by whom, as one says it in a line."""
    with database.read() as snapshot:
        commitment = snapshot.get_one(Commitment, commitment_id)
        what, member_id = shortened(commitment.what, _OF_WHAT), commitment.member_id
    return what, shortened(name_of_member(database, member_id), _OF_WHAT)
