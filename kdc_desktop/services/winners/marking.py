"""Mark what the session takes further, out of a poll or by agreement, and unmark it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial

from sqlalchemy import func, select

from kdc_desktop.domain.kit.lengths import TEXT, not_longer
from kdc_desktop.domain.kit.text import on_one_line, shortened
from kdc_desktop.domain.polls.ballots import Ballots
from kdc_desktop.domain.polls.placing import taken_in_order
from kdc_desktop.domain.polls.states import PollEvent, PollState, PollSubject
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Fillable, _, fillable, nfillable
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.model.polls import Option, Poll
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.polls.folding import folds_in
from kdc_desktop.services.polls.preparing import titles_to_choose
from kdc_desktop.services.polls.questions import poll_in, short_question
from kdc_desktop.services.polls.steps import note_step
from kdc_desktop.services.polls.told import told_of
from kdc_desktop.services.polls.written import WrittenThing, written_in
from kdc_desktop.services.winners.trails import SHORT_TITLE, WinnerTrail
from kdc_desktop.storage import Database, Edit

TITLE_LENGTH = 280
_Said = tuple[Fillable, Fillable]
"""What was done with one winner, which is named, and with several, which are counted."""
_MARKED: _Said = (
    fillable("Marked “{winner}” as a winner"),
    nfillable("Marked {count} winner", "Marked {count} winners"),
)
_MARKED_IN: _Said = (
    fillable("Marked “{winner}” as a winner of “{question}”"),
    nfillable(
        "Marked {count} winner of “{question}”",
        "Marked {count} winners of “{question}”",
    ),
)
_UNMARKED: _Said = (
    fillable("Unmarked “{winner}” as a winner"),
    nfillable("Unmarked {count} winner", "Unmarked {count} winners"),
)
_UNMARKED_IN: _Said = (
    fillable("Unmarked “{winner}” as a winner of “{question}”"),
    nfillable(
        "Unmarked {count} winner of “{question}”",
        "Unmarked {count} winners of “{question}”",
    ),
)


def mark_winners(
    database: Database,
    poll_id: int,
    option_ids: Sequence[int],
    reason: str = "",
    counted: Ballots | None = None,
) -> list[int]:
    """Take these options of a revealed poll further, in this order; the ids of the new winners.

    What is a winner already stays at its place, and counts as chosen in this poll now. Where one
    that came before them is left out, the `reason` is kept with the result. It is counted again
    from the papers, unless whoever asks has just had them `counted`.

    Raises:
        UserError: the result is hidden or void, an option is not of this poll, or two of them, or
            one of them and a winner, are one idea by now; or a reason is missing.
    """
    with database.edit(_MARKED_IN[1]) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != PollState.CLOSED or poll.revealed_at is None:
            raise UserError(_("Reveal the result first, then mark the winners."))
        if poll.voided_at is not None:
            raise UserError(_("This result is void. Hold another round, then mark its winners."))
        options = {
            option.id: option
            for option in edit.scalars(select(Option).where(Option.poll_id == poll_id))
        }
        if not set(option_ids) <= set(options):
            raise UserError(_("One of these options is not in this poll. Choose again."))
        folds = folds_in(edit, poll_id)
        option_ids = [folds.get(key, key) for key in option_ids]
        if why := _reason_to_keep(edit, poll_id, option_ids, reason, counted):
            note_step(edit, poll_id, PollEvent.OVERRULED, database.now(), reason=why)
        chosen = [options[key] for key in dict.fromkeys(option_ids)]
        said = _in_poll(_MARKED_IN, poll.question)
        return _add(edit, poll.session_id, map(_winner_of, chosen), said)


def _winner_of(option: Option) -> Winner:
    return Winner(
        title=option.title,
        idea_id=option.idea_id,
        cluster_id=option.cluster_id,
        option_id=option.id,
    )


def overruled(ranks: Mapping[int, int], taken: Collection[int]) -> tuple[int, int] | None:
    """An option that came before one that is taken, and that one; None where none is passed over.

    `ranks` are the announced ones by option id.
    """
    last = max((key for key in taken if key in ranks), key=lambda key: ranks[key], default=None)
    if last is None:
        return None
    before = [key for key, rank in ranks.items() if rank < ranks[last] and key not in taken]
    return (min(before, key=lambda key: ranks[key]), last) if before else None


def _reason_to_keep(
    edit: Edit, poll_id: int, option_ids: Sequence[int], reason: str, counted: Ballots | None
) -> str:
    """Why somebody who came first is passed over, empty where nobody is; UserError without it."""
    row = poll_in(edit, poll_id)
    told = told_of(edit, row, counted=counted).results
    ranks = taken_in_order(row.kind, ((one.option_id, one.rank, one.placed.winner) for one in told))
    chosen = edit.scalars(select(Winner.option_id).where(Winner.option_id.in_(list(ranks))))
    there = {key for key in chosen if key is not None}
    passed = overruled(ranks, {*option_ids, *there})
    if passed is None or there.issuperset(option_ids):  # what was said of them before stands
        return ""
    why = on_one_line(reason)
    if not why:
        titles = {key: edit.get_one(Option, key).title for key in passed}
        raise UserError(
            _(
                "“{first}” came before “{other}”. Say why the other one is taken further.",
                first=shortened(titles[passed[0]], SHORT_TITLE),
                other=shortened(titles[passed[1]], SHORT_TITLE),
            )
        )
    return not_longer(
        why, TEXT, fillable("Shorten the reason to {longest} characters; it has {length}.")
    )


def add_winner(
    database: Database,
    session_id: int,
    *,
    idea_id: int | None = None,
    cluster_id: int | None = None,
) -> int:
    """Take an idea or a cluster further without a poll; the winner's id."""
    if (idea_id is None) == (cluster_id is None):
        raise ValueError("a winner is an idea or a cluster")
    with database.edit(_MARKED[1]) as edit:
        if idea_id is not None:
            title, subject = edit.get_one(Idea, idea_id).text, PollSubject.IDEAS
        else:
            title, subject = edit.get_one(Cluster, cluster_id).name, PollSubject.CLUSTERS
        told = titles_to_choose(edit, session_id, subject)
        title = told.get(idea_id or cluster_id or 0, title)
        winner = Winner(
            title=shortened(title, TITLE_LENGTH), idea_id=idea_id, cluster_id=cluster_id
        )
        added = _add(edit, session_id, [winner], _MARKED)
        if not added:
            raise UserError(_("This is a winner already."))
        return added[0]


def unmark_winners(
    database: Database,
    winner_ids: Sequence[int],
    trails: Sequence[WinnerTrail],
    question: str = "",
) -> None:
    """Take no further what was marked.

    Args:
        trails: what the nouns above keep of winners.
        question: what the poll asks in which they were chosen, where it was one.

    Raises:
        UserError: one of these nouns keeps something of a winner already.
    """
    said = _in_poll(_UNMARKED_IN, question) if question else _UNMARKED
    with database.edit(said[1]) as edit:
        found = list(edit.scalars(select(Winner).where(Winner.id.in_(winner_ids))))
        _tell(edit, said, [winner.title for winner in found])
        for trail in trails:
            kept = trail.winners(edit, winner_ids)
            for winner in found:
                if winner.id in kept:
                    raise UserError(str(trail.refusal(shortened(winner.title, SHORT_TITLE))))
        for winner in found:
            edit.delete(winner)


def unmark_options(
    database: Database, poll_id: int, option_ids: Sequence[int], trails: Sequence[WinnerTrail]
) -> None:
    """`unmark_winners` for those that were chosen in a poll by these options."""
    with database.read() as snapshot:
        ids = list(
            snapshot.scalars(
                select(Winner.id)
                .join(Option, Option.id == Winner.option_id)
                .where(Option.poll_id == poll_id, Option.id.in_(option_ids))
            )
        )
    if ids:
        unmark_winners(database, ids, trails, short_question(database, poll_id))


def _in_poll(said: _Said, question: str) -> _Said:
    one, many = (each.having(question=shortened(question)) for each in said)
    return one, many


def _tell(edit: Edit, said: _Said, titles: Sequence[str]) -> None:
    """Say which winner it was, or how many they were."""
    one, many = said
    edit.count = len(titles)
    edit.call(one.having(winner=shortened(titles[0])) if len(titles) == 1 else many)


def _add(edit: Edit, session_id: int, wanted: Iterable[Winner], said: _Said) -> list[int]:
    rows = edit.scalars(select(Winner).where(Winner.session_id == session_id))
    what = partial(_what_wins, written_in(edit, session_id))
    here = {what(winner): winner for winner in rows}
    last = edit.scalar(
        select(func.max(Winner.place_in_order)).where(Winner.session_id == session_id)
    )
    place = last or 0
    added, chosen_again = list[Winner](), list[str]()
    roots = _Roots(edit, here.values())
    for winner in wanted:
        known = here.get(what(winner))
        if known is not None:
            if winner.option_id not in (None, known.option_id):
                known.option_id = winner.option_id
                chosen_again.append(known.title)
            continue
        roots.take(winner)
        place += 1
        winner.session_id, winner.place_in_order = session_id, place
        edit.add(winner)
        added.append(winner)
    edit.flush()
    _tell(edit, said, [*(winner.title for winner in added), *chosen_again])
    return [winner.id for winner in added]


def _what_wins(written: Mapping[int, WrittenThing], winner: Winner) -> object:
    """What one and the same winner is known by: its idea, its cluster, or what was written."""
    if winner.idea_id is not None or winner.cluster_id is not None:
        return winner.idea_id, winner.cluster_id
    return written.get(winner.option_id or 0, winner)  # one without an option is only itself


class _Roots:
    """Ideas that are one by now: of them only one becomes a winner."""

    def __init__(self, edit: Edit, there: Iterable[Winner]) -> None:
        self._edit = edit
        self._taken = {self._root(one.idea_id): one.title for one in there if one.idea_id}

    def take(self, winner: Winner) -> None:
        """Have one more be a winner.

        Raises:
            UserError: another that its idea was merged with is one already.
        """
        if winner.idea_id is None:
            return
        root = self._root(winner.idea_id)
        if root in self._taken:
            raise UserError(
                _(
                    "“{idea}” and “{other}” were merged, and are one idea by now: only one of them "
                    "becomes a winner.",
                    idea=shortened(winner.title, SHORT_TITLE),
                    other=shortened(self._taken[root], SHORT_TITLE),
                )
            )
        self._taken[root] = winner.title

    def _root(self, idea_id: int) -> int:
        found = self._edit.get(Idea, idea_id)
        return idea_id if found is None or found.parent_id is None else found.parent_id
