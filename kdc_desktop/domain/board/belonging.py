"""Which of several ideas in a row a column speaks of: “Why?” behind the second, of the second."""

from collections import Counter
from collections.abc import Mapping, Sequence

from kdc_desktop.domain.board.idea_fields import IdeaField, IdeaPlan
from kdc_desktop.domain.board.question_counts import count_said
from kdc_desktop.domain.board.question_words import question_key

_KINDS: tuple[tuple[IdeaField, ...], ...] = (
    (IdeaField.DETAILS, IdeaField.NOTE),
    *((held,) for held in (IdeaField.CLUSTER, IdeaField.TAGS, IdeaField.VOTES)),
    *((held,) for held in (IdeaField.MINUTES, IdeaField.LINK)),
)


def of_one_idea(headers: Sequence[str], plan: IdeaPlan) -> Mapping[int, int]:
    """The columns that speak of one idea of the row → the column of that idea.

    A number in both headers tells; else a column between two ideas speaks of the one before it,
    and so does what was asked again behind the last. What is asked once, in front of the ideas or
    behind all of them, is of each, and is not among these.
    """
    ideas = plan.of(IdeaField.IDEA)
    if len(ideas) < 2 or plan.one_idea:
        return {}
    keys = list(map(question_key, headers))
    told = Counter(count_said(keys[at]) for at in ideas)
    numbers = {number: at for at in ideas if told[number := count_said(keys[at])] == 1 and number}
    found: dict[int, int] = {}
    for kind in _KINDS:
        places = plan.of(*kind)
        between = any(ideas[0] < at < ideas[-1] for at in places)
        for at in places:
            before = [idea for idea in ideas if idea < at]
            is_last = len(before) == len(ideas)
            if (number := count_said(keys[at])) in numbers:
                found[at] = numbers[number]
            elif before and between and (not is_last or len(places) > 1):
                found[at] = before[-1]
    return found
