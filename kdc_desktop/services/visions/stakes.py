"""Stakes: what each member wants from the vision, in its own words, and which version serves it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.domain.kit.lengths import STATEMENT, not_longer
from kdc_desktop.domain.kit.text import shortened, trimmed
from kdc_desktop.domain.visions.states import Served
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy
from kdc_desktop.model.consortia import Member
from kdc_desktop.model.visions import Stake, StakeServed, Vision
from kdc_desktop.services.visions.members import name_of_member
from kdc_desktop.storage import Database, Edit, Snapshot

LONGEST_STAKE = STATEMENT


@dataclass(frozen=True)
class StakeRow:
    """An interest of a member; `served` says by version id how far that serves it, where said."""

    id: int
    member_id: int
    member: str
    text: str
    served: Mapping[int, Served]

    @property
    def is_unserved(self) -> bool:
        """Whether it was looked at, and no version serves it, not even partly."""
        return bool(self.served) and set(self.served.values()) == {Served.NOT}


def add_stake(database: Database, member_id: int, text: str) -> int:
    """Something that a member wants; its id.

    Raises:
        UserError: it says nothing, or the member has said it already.
    """
    text = _checked(text)
    with database.edit(
        lazy("Noted a stake of {name}", name=name_of_member(database, member_id))
    ) as edit:
        _check_it_is_new(edit, member_id, text)
        stake = Stake(member_id=member_id, text=text, created_at=database.now())
        edit.add(stake)
        edit.flush()
        return stake.id


def change_stake(database: Database, stake_id: int, text: str) -> None:
    """Put a stake in other words; which versions serve it stays.

    Raises:
        UserError: it says nothing, or the member has said it already.
    """
    text = _checked(text)
    with database.edit(lazy("Changed a stake: {text}", text=shortened(text))) as edit:
        stake = edit.get_one(Stake, stake_id)
        if stake.text != text:
            _check_it_is_new(edit, stake.member_id, text)
            stake.text = text


def remove_stake(database: Database, stake_id: int) -> None:
    """The member does not want this any more."""
    with database.read() as snapshot:
        text = shortened(snapshot.get_one(Stake, stake_id).text)
    with database.edit(lazy("Removed a stake: {text}", text=text)) as edit:
        said = select(StakeServed.id).where(StakeServed.stake_id == stake_id)
        edit.remove_rows(StakeServed, list(edit.scalars(said)))
        edit.delete(edit.get_one(Stake, stake_id))


def say_served(database: Database, stake_id: int, vision_id: int, served: Served | None) -> None:
    """How far a version serves a stake; None: that is not said.

    Raises:
        ValueError: the version is another consortium's.
    """
    with database.read() as snapshot:
        text = shortened(snapshot.get_one(Stake, stake_id).text)
        number = snapshot.get_one(Vision, vision_id).number
    label = lazy("Said how version {number} serves a stake: {text}", number=number, text=text)
    with database.edit(label) as edit:
        _check_they_belong(edit, stake_id, vision_id)
        said = edit.scalar(
            select(StakeServed).where(
                StakeServed.stake_id == stake_id, StakeServed.vision_id == vision_id
            )
        )
        if said is None and served is not None:
            edit.add(StakeServed(stake_id=stake_id, vision_id=vision_id, served=served))
        elif said is not None and served is None:
            edit.delete(said)
        elif said is not None and served is not None:
            said.served = served


def stake_rows(snapshot: Snapshot, names: Mapping[int, str]) -> tuple[StakeRow, ...]:
    """The stakes of these members, in their order; `names` are theirs by their ids."""
    place = {member_id: at for at, member_id in enumerate(names)}
    served: dict[int, dict[int, Served]] = {}
    for stake_id, vision_id, how_far in snapshot.execute(
        select(StakeServed.stake_id, StakeServed.vision_id, StakeServed.served)
        .join(Stake, Stake.id == StakeServed.stake_id)
        .where(Stake.member_id.in_(list(names)))
    ):
        served.setdefault(stake_id, {})[vision_id] = how_far
    stakes = snapshot.scalars(
        select(Stake).where(Stake.member_id.in_(list(names))).order_by(Stake.id)
    ).all()
    return tuple(
        StakeRow(one.id, one.member_id, names[one.member_id], one.text, served.get(one.id, {}))
        for one in sorted(stakes, key=lambda stake: place[stake.member_id])
    )


def _checked(text: str) -> str:
    if not trimmed(text):
        raise UserError(_("Write down what the member wants, in its own words."))
    too_long = fillable("Shorten the stake to {longest} characters; it has {length}.")
    return not_longer(trimmed(text), LONGEST_STAKE, too_long)


def _check_it_is_new(edit: Edit, member_id: int, text: str) -> None:
    same = select(Stake.id).where(Stake.member_id == member_id, Stake.text == text)
    if edit.scalar(same.limit(1)) is not None:
        raise UserError(_("This stake of the member stands there already."))


def _check_they_belong(edit: Edit, stake_id: int, vision_id: int) -> None:
    member = edit.get_one(Member, edit.get_one(Stake, stake_id).member_id)
    if member.consortium_id != edit.get_one(Vision, vision_id).consortium_id:
        raise ValueError("the stake belongs to another consortium than the vision")
