"""Whole consortia: make them, say what they take, name them, confirm them, let them go."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import func, select

from kdc_desktop.domain.consortia.states import ConsortiumState, is_on_its_own
from kdc_desktop.domain.kit.text import on_one_line, shortened
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy, nfillable
from kdc_desktop.instants import Instant, day_of
from kdc_desktop.model.consortia import (
    Consortium,
    ConsortiumStep,
    Member,
    OpenRole,
    SignOfLife,
    TakenUp,
)
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.consortia.questions import read_overview
from kdc_desktop.services.consortia.steps import add_step, checked_words, states_in
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.services.consortia.wanted import Wanted, default_wanted
from kdc_desktop.services.kit.club_zone import club_zone_of
from kdc_desktop.storage import Database, Edit, Snapshot

NAME_LENGTH = 80


def new_consortia(
    edit: Edit, session_id: int, winner_ids: Collection[int], wanted: Wanted, now: Instant
) -> dict[int, int]:
    """All consortia of a session by winner, those for `winner_ids` made where there is none."""
    there = select(Consortium.winner_id, Consortium.id, Consortium.place_in_order)
    found = edit.execute(there.where(Consortium.session_id == session_id)).all()
    here = {winner_id: key for winner_id, key, _place in found if winner_id is not None}
    winners = edit.execute(
        select(Winner.id, Winner.title)
        .where(Winner.session_id == session_id, Winner.id.in_(winner_ids))
        .order_by(Winner.place_in_order, Winner.id)
    )
    missing = [(winner_id, title) for winner_id, title in winners if winner_id not in here]
    first = 1 + max((place for _winner_id, _key, place in found), default=0)
    rows = [
        {
            "session_id": session_id,
            "winner_id": winner_id,
            "name": shortened(title, NAME_LENGTH),
            "place_in_order": place,
            "smallest": wanted.smallest,
            "largest": wanted.largest,
            "needed_sectors": wanted.needed_sectors,
            "created_at": now,
        }
        for place, (winner_id, title) in enumerate(missing, first)
    ]
    made = edit.add_rows(Consortium, rows)
    return here | {winner_id: key for (winner_id, _), key in zip(missing, made, strict=True)}


def make_consortia(
    database: Database,
    session_id: int,
    trails: Sequence[ConsortiumTrail],
    wanted: Wanted | None = None,
) -> int:
    """An empty consortium for each winner that has none, to fill by hand; how many were made."""
    with database.edit(nfillable("Made {count} consortium", "Made {count} consortia")) as edit:
        seen = read_overview(edit, session_id, trails, wanted)
        if not seen.winners:
            raise UserError(_("Mark winners first: each consortium forms around one."))
        if not seen.missing_winners:
            raise UserError(_("Every winner has its consortium already."))
        sizes = wanted or default_wanted(seen.people, seen.winners)
        new_consortia(edit, session_id, seen.missing_winners, sizes, database.now())
        edit.count = len(seen.missing_winners)
        return edit.count


def set_wanted(
    database: Database,
    consortium_ids: Collection[int],
    smallest: int,
    largest: int,
    needed_sectors: str,
) -> None:
    """How many people these consortia take, and which sectors they need (letters)."""
    if not 1 <= smallest <= largest:
        raise UserError(_("The smallest size must be at least 1 and not above the largest."))
    letters = "".join(letter for letter in LETTERS if letter in needed_sectors)
    label = nfillable(
        "Changed size and sectors of {count} consortium",
        "Changed sizes and sectors of {count} consortia",
    )
    wanted = {"smallest": smallest, "largest": largest, "needed_sectors": letters}
    with database.edit(label) as edit:
        there = edit.scalars(select(Consortium.id).where(Consortium.id.in_(consortium_ids)))
        edit.count = edit.change_rows(Consortium, dict.fromkeys(there, wanted))


def named(name: str) -> str:
    """A name as it is kept.

    Raises:
        UserError: there is none.
    """
    name = on_one_line(name)
    if not name:
        raise UserError(_("Give the consortium a name."))
    return shortened(name, NAME_LENGTH)


def rename_consortium(database: Database, consortium_id: int, name: str) -> None:
    """Give a consortium a name of its own."""
    name = named(name)
    with database.edit(lazy("Renamed a consortium to {name}", name=name)) as edit:
        edit.get_one(Consortium, consortium_id).name = name


def remove_consortium(
    database: Database, consortium_id: int, trails: Sequence[ConsortiumTrail]
) -> None:
    """Remove a consortium that has no members, and about which nothing is written.

    Args:
        trails: what the nouns above keep of consortia.
    """
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
    with database.edit(lazy("Removed the empty consortium {name}", name=name)) as edit:
        found = edit.get_one(Consortium, consortium_id)
        members = edit.scalar(select(func.count()).where(Member.consortium_id == consortium_id))
        if members:
            raise UserError(
                _("{consortium} is not empty: move its members away first.", consortium=found.name)
            )
        if _is_known(edit, consortium_id, trails):
            raise UserError(
                _(
                    "Something is written about {consortium}, so it stays. Let it go instead, or "
                    "say that it stopped.",
                    consortium=found.name,
                )
            )
        for trail in trails:
            trail.leave(edit, consortium_id)
        for belongs in (OpenRole, TakenUp):
            of_it = select(belongs.id).where(belongs.consortium_id == consortium_id)
            edit.remove_rows(belongs, edit.scalars(of_it).all())
        edit.flush()
        edit.delete(found)


def _is_known(snapshot: Snapshot, consortium_id: int, trails: Sequence[ConsortiumTrail]) -> bool:
    """Whether something is written about a consortium, such as how far it is."""
    own = (ConsortiumStep.consortium_id, SignOfLife.consortium_id)
    told = any(snapshot.scalar(select(of).where(of == consortium_id).limit(1)) for of in own)
    return told or any(trail.consortia(snapshot, [consortium_id]) for trail in trails)


def confirm_consortia(database: Database, session_id: int) -> int:
    """Agree on the consortia that have members; how many were confirmed now."""
    label = nfillable("Confirmed {count} consortium", "Confirmed {count} consortia")
    with database.edit(label) as edit:
        with_members = select(Member.consortium_id).distinct()
        found = list(
            edit.scalars(
                select(Consortium).where(
                    Consortium.session_id == session_id,
                    Consortium.id.in_(with_members),
                    Consortium.confirmed_at.is_(None),
                )
            )
        )
        if not found:
            raise UserError(_nothing_to_confirm(edit, session_id))
        for one in found:
            one.confirmed_at = database.now()
        edit.count = len(found)
        return edit.count


def _nothing_to_confirm(snapshot: Snapshot, session_id: int) -> str:
    confirmed = select(Consortium.id).where(
        Consortium.session_id == session_id, Consortium.confirmed_at.is_not(None)
    )
    if snapshot.scalar(confirmed.limit(1)) is not None:
        return _("Every consortium that has members is confirmed already.")
    return _("There is nothing to confirm: place people in consortia first.")


def let_go(
    database: Database,
    consortium_id: int,
    said_by: str = "",
    note: str = "",
    look_again_on: date | None = None,
) -> None:
    """Record that the consortium goes on by itself from now on: who said so, and what to note.

    Args:
        look_again_on: when the club looks at it again; None: that stays as it is.

    Raises:
        UserError: it was let go already, or the day to look again has passed.
    """
    if look_again_on is not None and look_again_on < day_of(database.now(), club_zone_of(database)):
        raise UserError(_("The day to look again has passed. Choose one to come, or none."))
    said = checked_words(said_by, note)
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
    with database.edit(lazy("Let {consortium} go", consortium=name)) as edit:
        found = edit.get_one(Consortium, consortium_id)
        if is_on_its_own(states_in(edit, [consortium_id], ())[consortium_id].state):
            raise UserError(_("{consortium} was let go already.", consortium=name))
        add_step(edit, consortium_id, ConsortiumState.LET_GO, database.now(), *said)
        if look_again_on is not None:
            found.look_again_on = look_again_on
