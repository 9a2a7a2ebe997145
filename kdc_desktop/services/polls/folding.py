"""Options whose ideas were merged before the result was announced: they count as one.

A paper counts once for both. It gives what it could have given to one option, as its method says:
a single yes, all dots where they may be stacked, the better score or rank. Of raised hands nobody
knows whose they were, so the larger number counts: so many different people there were at least.
What is announced stays as it was: a merge after that changes nothing, and papers are never changed.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from kdc_desktop.domain.polls.cast import Sector, Spot
from kdc_desktop.domain.polls.method import Method, PaperKind, Terms
from kdc_desktop.i18n import _, listed
from kdc_desktop.model.board import Idea
from kdc_desktop.model.polls import BallotMark, BallotPaper, Option
from kdc_desktop.services.polls.rows import OptionRow
from kdc_desktop.storage import Edit, Snapshot

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

    Column = NDArray[int64]

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


def _spot(method: Method, folds: FoldedInto, option_id: int, part: int) -> Spot | None:
    """Where a mark counts; None for a pair of two that are one by now."""
    if method.paper is not PaperKind.PAIRS:
        return Spot(folds.get(option_id, option_id), part)
    pair = Spot(folds.get(option_id, option_id), folds.get(part, part))
    return None if pair.option_id == pair.part else pair


def fold_marks(
    snapshot: Snapshot, method: Method, terms: Terms, folds: FoldedInto
) -> dict[tuple[Sector, Spot], dict[int, int]]:
    """Of options that others are counted with: by sector and spot, how many papers say what."""
    if not folds:
        return {}
    both = [*folds, *folds.values()]
    in_pair = BallotMark.part.in_(both if method.paper is PaperKind.PAIRS else [])
    touched = BallotMark.option_id.in_(both) | in_pair
    said: dict[tuple[int, Sector, Spot], list[int]] = {}
    for paper_id, sector, option_id, part, marks in snapshot.execute(
        select(
            BallotPaper.id,
            BallotPaper.sector,
            BallotMark.option_id,
            BallotMark.part,
            BallotMark.marks,
        )
        .join(BallotMark, BallotMark.paper_id == BallotPaper.id)
        .where(touched)
    ):
        if spot := _spot(method, folds, option_id, part):
            said.setdefault((paper_id, sector, spot), []).append(marks)
    found: dict[tuple[Sector, Spot], dict[int, int]] = {}
    for (_paper, sector, spot), values in said.items():
        value = method.together(terms, values)
        levels = found.setdefault((sector, spot), {})
        levels[value] = levels.get(value, 0) + 1
    return found


def fold_papers(
    method: Method,
    terms: Terms,
    folds: FoldedInto,
    paper: "Column",
    option: "Column",
    part: "Column",
    value: "Column",
) -> "tuple[Column, Column, Column, Column]":
    """The columns of marks, with one mark of each paper for options that are counted as one."""
    import numpy

    if not folds:
        return paper, option, part, value
    said: dict[tuple[int, Spot], list[int]] = {}
    touched = numpy.isin(option, [*folds, *folds.values()])
    if method.paper is PaperKind.PAIRS:
        touched |= numpy.isin(part, [*folds, *folds.values()])
    rows = zip(*(c[touched].tolist() for c in (paper, option, part, value)), strict=True)
    for of_paper, key, of_part, one in rows:
        if spot := _spot(method, folds, key, of_part):
            said.setdefault((of_paper, spot), []).append(one)
    new = numpy.array(
        [(at, *spot, method.together(terms, values)) for (at, spot), values in said.items()],
        dtype=numpy.int64,
    ).reshape(-1, 4)
    columns = [
        numpy.concatenate((old[~touched], new[:, at]))
        for at, old in enumerate((paper, option, part, value))
    ]
    order = numpy.argsort(columns[0], kind="stable")
    first, second, third, fourth = (column[order] for column in columns)
    return first, second, third, fourth
