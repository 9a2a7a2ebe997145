"""Note what people would join, and take it back."""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from kdc_desktop.domain.interests.choices import CHOICES
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy, nfillable
from kdc_desktop.model.interests import Interest
from kdc_desktop.model.people import Person
from kdc_desktop.model.winners import Winner
from kdc_desktop.storage import Database, Snapshot


def set_interests(
    database: Database,
    session_id: int,
    person_id: int,
    choices: Sequence[int],
    role: MemberRole = MemberRole.PARTNER,
    offers: str = "",
    needs: str = "",
) -> None:
    """What a person would join, instead of what was said before.

    Args:
        choices: one to three winner ids, the first choice first.

    Raises:
        UserError: no choice, too many, one twice, or a winner that is gone.
    """
    with database.read() as snapshot:
        name = snapshot.get_one(Person, person_id).name
    with database.edit(lazy("Noted what {name} would join", name=name)) as edit:
        check_choices(edit, session_id, choices)
        before = {known.winner_id: known for known in _of(edit, session_id, [person_id])}
        for winner_id, known in before.items():
            if winner_id not in choices:
                edit.delete(known)
        for choice, winner_id in enumerate(choices, 1):
            wish = before.get(winner_id)
            if wish is None:
                wish = Interest(session_id=session_id, person_id=person_id, winner_id=winner_id)
                edit.add(wish)
            wish.choice, wish.role = choice, role
            wish.offers, wish.needs = on_one_line(offers), on_one_line(needs)


def clear_interests(database: Database, session_id: int, person_ids: Collection[int]) -> None:
    """Take back what these people said they would join."""
    label = nfillable(
        "Removed the interests of {count} person", "Removed the interests of {count} people"
    )
    with database.edit(label) as edit:
        found = _of(edit, session_id, person_ids)
        for known in found:
            edit.delete(known)
        edit.count = len({known.person_id for known in found})


def _of(edit: Snapshot, session_id: int, person_ids: Collection[int]) -> list[Interest]:
    query = select(Interest).where(
        Interest.session_id == session_id, Interest.person_id.in_(person_ids)
    )
    return list(edit.scalars(query))


def check_choices(edit: Snapshot, session_id: int, choices: Sequence[int]) -> None:
    """Refuse what cannot be chosen.

    Raises:
        UserError: no choice, too many, one twice, or a winner that is gone.
    """
    if not choices:
        raise UserError(_("Choose at least one winner: press its number."))
    if len(choices) > CHOICES:
        raise UserError(_("Three choices at most: take one away first."))
    if len(set(choices)) < len(choices):
        raise UserError(_("Choose each winner once."))
    known = set(edit.scalars(select(Winner.id).where(Winner.session_id == session_id)))
    if not known.issuperset(choices):
        raise UserError(_("One of these winners is not marked any more. Choose again."))
