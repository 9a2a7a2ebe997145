"""Options whose ideas were merged before the result was announced: they count as one.

A paper counts once for both. It gives what it could have given to one option: a single mark, or
where marks may be stacked the sum of its marks on both. Of raised hands nobody knows whose they
were, so the larger number counts: so many different people there were at least. What is announced
stays as it was: a merge after that changes nothing, and papers are never changed.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from kdc_desktop.i18n import _, listed
from kdc_desktop.model.board import Idea
from kdc_desktop.model.polls import BallotMark, BallotPaper, Option, Poll
from kdc_desktop.services.polls.rows import OptionRow
from kdc_desktop.storage import Edit, Snapshot

FoldedInto = Mapping[int, int]
"""By the id of an option that is counted with another: the id of that other one."""


def fold_merged(edit: Edit, poll_id: int) -> None:
    """Have the options of a poll whose ideas are one by now count as one; for revealing it."""
    rows = edit.execute(
        select(Option.id, Option.place_in_order, Option.idea_id, Idea.parent_id)
        .join(Idea, Idea.id == Option.idea_id)
        .where(Option.poll_id == poll_id)
        .order_by(Option.place_in_order)
    ).all()
    alike: dict[int | None, list[tuple[int, int, bool]]] = {}
    for key, place, idea_id, parent_id in rows:
        root = idea_id if parent_id is None else parent_id
        alike.setdefault(root, []).append((key, place, parent_id is None))
    changes: dict[int, dict[str, int | None]] = {}
    for some in alike.values():
        shown = next((one for one in some if one[2]), some[0])
        changes |= {
            key: {"counted_with": shown[1]} for key, _place, _own in some if key != shown[0]
        }
    edit.change_rows(Option, changes)


def unfold(edit: Edit, poll_id: int) -> None:
    """Have each option of a poll count by itself again; for reopening it."""
    counted = select(Option.id).where(Option.poll_id == poll_id, Option.counted_with.is_not(None))
    edit.change_rows(Option, {key: {"counted_with": None} for key in edit.scalars(counted)})


def folds_in(snapshot: Snapshot, poll_id: int) -> dict[int, int]:
    """Which options of a poll are counted with which."""
    rows = snapshot.execute(
        select(Option.id, Option.place_in_order, Option.counted_with).where(
            Option.poll_id == poll_id
        )
    ).all()
    by_place = {place: key for key, place, _with in rows}
    return {key: by_place[at] for key, _place, at in rows if at in by_place and by_place[at] != key}


def folded_title(
    option: OptionRow | Option, options: Sequence[OptionRow] | Sequence[Option]
) -> str:
    """What an option is called in a result, with those that are counted with it."""
    others = [one.title for one in options if one.counted_with == option.place_in_order]
    if not others:
        return option.title
    return _("{option} (with {others})", option=option.title, others=listed(others))


def fold_marks(
    snapshot: Snapshot, poll_id: int, folds: FoldedInto
) -> dict[tuple[str | None, int], tuple[int, int]]:
    """Of options that others are counted with: by sector and option its marks, and its papers."""
    stacking = snapshot.scalar(select(Poll.stacking).where(Poll.id == poll_id))
    shown = {**folds, **{key: key for key in folds.values()}}
    given: dict[tuple[int, str | None, int], int] = {}
    for paper_id, sector, option_id, marks in snapshot.execute(
        select(BallotPaper.id, BallotPaper.sector, BallotMark.option_id, BallotMark.marks)
        .join(BallotMark, BallotMark.paper_id == BallotPaper.id)
        .where(BallotMark.option_id.in_(list(shown)), BallotMark.marks > 0)
    ):
        key = paper_id, sector, shown[option_id]
        given[key] = given.get(key, 0) + marks
    found: dict[tuple[str | None, int], tuple[int, int]] = {}
    for (_paper, sector, option_id), marks in given.items():
        total, papers = found.get((sector, option_id), (0, 0))
        found[sector, option_id] = (total + (marks if stacking else 1), papers + 1)
    return found
