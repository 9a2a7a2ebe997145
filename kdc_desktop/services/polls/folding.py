"""Options whose ideas were merged before the result was announced: they count as one.

A paper counts once for both. It gives what it could have given to one option, as its method says:
a single yes, all dots where they may be stacked, the better score or rank. Of raised hands nobody
knows whose they were, so those count of the option for which more were raised: so many different
people there were at least.
What is announced stays as it was: a merge after that changes nothing, and papers are never changed.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.domain.polls.cast import Marks, Spot
from kdc_desktop.domain.polls.method import Method, PaperKind
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.i18n import _, listed
from kdc_desktop.model.board import Idea
from kdc_desktop.model.polls import Option
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


class OptionFolding(NamedTuple):
    """How the papers of a poll are read, some of whose options count as one: see above.

    `folds` says which option is counted with which, and `terms` has those that are left.
    """

    method: Method
    terms: Terms
    folds: FoldedInto

    def as_one(self, said: Iterable[tuple[Spot, int]]) -> Marks:
        """The marks of a paper, with one for options that count as one.

        Who preferred one of these to another of them has compared nothing, as it turns out.
        """
        found: dict[Spot, list[int]] = {}
        for (key, part), value in said:
            other = self.folds.get(part, part) if self.pairs else part
            found.setdefault(Spot(self.folds.get(key, key), other), []).append(value)
        return {
            spot: self.method.together(self.terms, values)
            for spot, values in found.items()
            if not (self.pairs and spot.option_id == spot.part)
        }

    @property
    def pairs(self) -> bool:
        """Whether a part is an option, too."""
        return self.method.paper is PaperKind.PAIRS
