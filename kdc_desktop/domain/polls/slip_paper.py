"""A poll on paper: the slip that its options need, what is printed on it, what filled boxes say."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from math import ceil
from typing import NamedTuple

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.method import Method, PaperKind
from kdc_desktop.domain.polls.slip_sheet import MOST_BOXES, SlipShape, SlipSize
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed_apart, ngettext, paired, sentences

_A_LETTER = 1.75  # millimetres, of a title
_A_LINE = 3.7
_LONGEST = 110  # letters of a title for which there is room; longer ones are set smaller
_SHORT_WORD, _LONG_WORD = 2, 14  # letters above a box, set across or turned
_COMFORTABLE, _CLOSE = 7.4, 6.4  # millimetres from line to line
_FORMS = (
    *((SlipSize.QUARTER, 1), (SlipSize.HALF, 2), (SlipSize.HALF, 1)),
    *((SlipSize.WHOLE, 2), (SlipSize.WHOLE, 1)),
)


class SlipWords(NamedTuple):
    """What is printed on every slip of a poll; `titles` has those of groups, `lines` what stands
    before the boxes within each, where that is something else."""

    question: str
    rule: str
    titles: tuple[str, ...]
    lines: tuple[str, ...]
    heads: tuple[str, ...]


Box = tuple[int, int]
"""A box of a slip: the place of its line among those that have boxes, and its own in that."""


class Filled(NamedTuple):
    """What filled boxes say; `unclear` are the lines where more than one is filled, and only one
    may be."""

    marks: dict[Spot, int]
    unclear: frozenset[int]


def slip_shape(method: Method, terms: Terms) -> SlipShape:
    """The smallest slip on which all of a poll can be read and filled in by hand.

    Raises:
        UserError: none has room for it.
    """
    if method.paper is PaperKind.PAIRS:
        raise UserError(
            _("Pairs are compared at the kiosk or by hand: a slip cannot ask for the next pair.")
        )
    boxes, heads = _boxes(method, terms), _heads(method, terms)
    if boxes > MOST_BOXES:
        raise UserError(
            ngettext(
                "A slip has room for {count} step of a scale: choose a shorter scale, or vote at "
                "the kiosk.",
                "A slip has room for {count} steps of a scale: choose a shorter scale, or vote at "
                "the kiosk.",
                MOST_BOXES,
            )
        )
    tall = any(len(one) > _SHORT_WORD for one in heads)
    lines = len(terms.criteria) if method.paper is PaperKind.GRID else 1
    known = len(terms.options), lines, boxes
    for row, strict in ((_COMFORTABLE, True), (_CLOSE, True), (0.0, False)):
        for size, columns in _FORMS:
            shape = SlipShape(method.paper, size, columns, tall, *known)
            if shape.can_be and shape.row >= row and (not strict or _titles_fit(shape, terms)):
                return shape
    raise UserError(
        _("A slip has no room for so many options: vote at the kiosk, or on fewer of them.")
    )


def slip_words(method: Method, terms: Terms, question: str, shape: SlipShape) -> SlipWords:
    """What is printed on the slips of a poll."""
    grid = method.paper is PaperKind.GRID
    return SlipWords(
        question,
        sentences(_rule(method, terms, shape)),
        tuple(
            paired(_("{number}.", number=at), one.title) for at, one in enumerate(terms.options, 1)
        ),
        tuple(one.name for one in terms.criteria) if grid else ("",),
        tuple(_heads(method, terms)[: shape.boxes]) if shape.boxes > 1 else (),
    )


def filled_in(method: Method, terms: Terms, shape: SlipShape, boxes: Collection[Box]) -> Filled:
    """What a slip says whose filled boxes these are; nothing is said of lines without any."""
    by_line = defaultdict(set)
    for line, box in boxes:
        by_line[line].add(box)
    values = [level.value for level in method.levels(terms)]
    spots, marks, unclear = list(_spots(method, terms)), {}, set[int]()
    for line, found in sorted(by_line.items()):
        if shape.kind is PaperKind.MARKS:
            marks[spots[line]] = len(found)
        elif len(found) > 1:
            unclear.add(line)
        elif shape.kind is PaperKind.ORDER:
            marks[spots[line]] = min(found) + 1
        else:
            marks[spots[line]] = values[min(found)]
    return Filled(marks, frozenset(unclear))


def _spots(method: Method, terms: Terms) -> Iterator[Spot]:
    """What each line is about that has boxes, in the order of the paper."""
    parts = [one.number for one in terms.criteria] if method.paper is PaperKind.GRID else [0]
    return (Spot(option, part) for option in terms.ids for part in parts)


def _boxes(method: Method, terms: Terms) -> int:
    if method.paper is PaperKind.MARKS:
        return _most_marks(method, terms)
    if method.paper is PaperKind.ORDER:
        ranks = min(terms.marks_each or len(terms.options), len(terms.options))
        return min(ranks, MOST_BOXES)
    return len(method.levels(terms))


def _most_marks(method: Method, terms: Terms) -> int:
    """How many one may give to an option alone, as far as there is room."""
    first = next(iter(method.spots(terms)))
    for most in range(1, MOST_BOXES):
        if method.problem(terms, {first: most + 1}):
            return most
    return MOST_BOXES


def _heads(method: Method, terms: Terms) -> list[str]:
    """What stands above the boxes: words where they are short enough, else numbers."""
    if method.paper is PaperKind.ORDER:
        return [str(rank) for rank in range(1, MOST_BOXES + 1)]
    if method.paper is PaperKind.MARKS:
        return [str(number) for number in range(1, MOST_BOXES + 1)]
    levels = method.levels(terms)
    words = [str(level.name) for level in levels]
    if all(len(word) <= _LONG_WORD for word in words):
        return words
    return [str(level.value) for level in levels]


def _rule(method: Method, terms: Terms, shape: SlipShape) -> Iterator[str]:
    yield f"{method.line(terms)}."
    yield str(method.sentence)
    match shape.kind:
        case PaperKind.MARKS if shape.boxes > 1:
            yield _("Cross as many boxes of an option as you give to it.")
        case PaperKind.ORDER:
            yield ngettext(
                "Cross 1 for what you want most; you may rank {count} option.",
                "Cross 1 for what you want most, then 2 and so on; you may rank up to {count}.",
                shape.boxes,
            )
        case PaperKind.LEVELS | PaperKind.GRID:
            yield _("Cross one box in a line; a line without a cross says nothing.")
            yield from _legend(method, terms)
    yield _("If you make a mistake, ask for another slip.")


def _legend(method: Method, terms: Terms) -> Iterator[str]:
    """What the numbers above the boxes mean, where words had no room there."""
    levels = method.levels(terms)
    if any(len(str(level.name)) > _LONG_WORD for level in levels):
        said = (paired(str(level.value), shortened(str(level.name))) for level in levels)
        yield f"{listed_apart(said)}."


def _titles_fit(shape: SlipShape, terms: Terms) -> bool:
    """Whether the longest title has room before the boxes without being set very small."""
    grid = shape.kind is PaperKind.GRID
    titles = [one.name for one in terms.criteria] if grid else [one.title for one in terms.options]
    longest = min(_LONGEST, max(map(len, titles), default=0) + (0 if grid else 4))
    lines = max(1, int(shape.row / _A_LINE))
    return ceil(longest * _A_LETTER / shape.title) <= lines
