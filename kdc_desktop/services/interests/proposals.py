"""What people voted for under their name, offered as what they might join.

Only papers of a named poll that was revealed and holds are read, and only of people who have said
nothing themselves: of each what it supports by its method, in the order of preference. What is
proposed is no interest until somebody takes it over.
"""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased

from kdc_desktop.domain.interests.choices import CHOICES
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.i18n import nfillable
from kdc_desktop.model.board import Idea
from kdc_desktop.model.interests import Interest
from kdc_desktop.model.polls import Option, Poll
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.people.known_twice import known_as
from kdc_desktop.services.polls.likings import TELLS_NAMES, Liking, likings_in
from kdc_desktop.services.polls.written import written_in
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.fast import Quick, value

_Voted, _Won = aliased(Idea), aliased(Idea)  # for a merged idea is one with what lies before it
_COUNTED_AT = func.coalesce(Option.counted_with, Option.place_in_order)
_Shown = aliased(Option)
_WON = Quick(
    select(_Shown.id, Winner.id)
    .select_from(Poll)
    .join(Option, Option.poll_id == Poll.id)
    .join(_Shown, (_Shown.poll_id == Option.poll_id) & (_Shown.place_in_order == _COUNTED_AT))
    .outerjoin(_Voted, _Voted.id == Option.idea_id)
    .join(Winner, Winner.session_id == Poll.session_id)
    .outerjoin(_Won, _Won.id == Winner.idea_id)
    .where(
        *TELLS_NAMES,
        or_(
            Winner.option_id.in_((Option.id, _Shown.id)),
            func.coalesce(_Won.parent_id, _Won.id) == func.coalesce(_Voted.parent_id, _Voted.id),
            Winner.cluster_id == Option.cluster_id,
        ),
    )
)
_WINNERS = Quick(
    select(Winner.id, Winner.option_id)
    .where(Winner.session_id == value("session"))
    .order_by(Winner.place_in_order, Winner.id)
)
_SAID = Quick(select(Interest.person_id).where(Interest.session_id == value("session")).distinct())


class Proposal(NamedTuple):
    """What somebody might join: winner ids, first what they gave most to."""

    person_id: int
    choices: tuple[int, ...]


def proposals(database: Database, session_id: int) -> dict[int, Proposal]:
    """What is proposed for people who have said nothing, by person."""
    with database.read() as snapshot:
        return proposals_in(snapshot, session_id)


def proposals_in(snapshot: Snapshot, session_id: int) -> dict[int, Proposal]:
    """The same, within a snapshot."""
    votes = likings_in(snapshot, session_id)
    if not votes:
        return {}
    won = _won_in(snapshot, session_id)
    said = {row[0] for row in _SAID.rows(snapshot, session=session_id)}
    now = {key: one.into_id for key, one in known_as(snapshot).items()}

    def order(vote: tuple[Liking, int]) -> tuple[int, int, int]:
        liking, winner_id = vote
        return liking.behind, -liking.poll_id, won[liking.option_id][winner_id]

    chosen: dict[int, dict[int, None]] = {}
    wanted = [(one, winner_id) for one in votes for winner_id in won.get(one.option_id, ())]
    for liking, winner_id in sorted(wanted, key=order):
        person_id = now.get(liking.person_id, liking.person_id)
        if person_id not in said:
            chosen.setdefault(person_id, {})[winner_id] = None
    return {key: Proposal(key, tuple(some)[:CHOICES]) for key, some in chosen.items()}


def _won_in(snapshot: Snapshot, session_id: int) -> dict[int, dict[int, int]]:
    """By option what has won with it, and the place of each: in any round, and merged or not."""
    winners = _WINNERS.rows(snapshot, session=session_id)
    places = {winner_id: at for at, (winner_id, _option_id) in enumerate(winners)}
    won: dict[int, dict[int, int]] = {}
    for option_id, winner_id in _WON.rows(snapshot, session=session_id):
        won.setdefault(option_id, {})[winner_id] = places[winner_id]
    written = written_in(snapshot, session_id)
    by_thing = {written[key]: winner_id for winner_id, key in winners if key in written}
    for option_id, thing in written.items():
        if (winner_of_it := by_thing.get(thing)) is not None:
            won.setdefault(option_id, {})[winner_of_it] = places[winner_of_it]
    return won


def take_over_proposals(
    database: Database, session_id: int, person_ids: Collection[int] | None = None
) -> int:
    """Note what is proposed as what people would join, of these or of all; how many they are.

    They join as partners: a vote says nothing of how.
    """
    label = nfillable(
        "Took over what {count} person voted for", "Took over what {count} people voted for"
    )
    with database.edit(label) as edit:
        offered = proposals_in(edit, session_id)
        wanted = offered.keys() if person_ids is None else offered.keys() & set(person_ids)
        edit.add_rows(
            Interest,
            [
                {
                    "session_id": session_id,
                    "person_id": key,
                    "winner_id": winner_id,
                    "choice": choice,
                    "role": MemberRole.PARTNER,
                    "offers": "",
                    "needs": "",
                }
                for key in sorted(wanted)
                for choice, winner_id in enumerate(offered[key].choices, 1)
            ],
        )
        edit.count = len(wanted)
        return edit.count
