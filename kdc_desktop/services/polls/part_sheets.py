"""What results consist of, a row for each part: levels, criteria, steps of a count, raised hands.

Only of polls whose result was announced, as it was announced.
"""

from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import select

from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Reader, Table
from kdc_desktop.model.polls import HandCount, Poll
from kdc_desktop.services.kit.source import Line, Source
from kdc_desktop.services.kit.who import SECTOR_WORDS
from kdc_desktop.services.polls.badges import Won
from kdc_desktop.services.polls.book import PollBook
from kdc_desktop.services.polls.result_sheet import cell
from kdc_desktop.services.polls.rows import PollResult
from kdc_desktop.services.polls.sheets import OF_OPTION, OF_POLL, VOID

_LEVEL = Column(lazy("Level"), Kind.NUMBER, filled=True, means=lazy("The number on the scale."))
_LEVELS = (
    *OF_POLL,
    VOID,
    *OF_OPTION,
    _LEVEL,
    Column(lazy("In words"), reader=Reader.PEOPLE),
    Column(
        lazy("How many"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How many papers and hands said this level of the option."),
    ),
)
_BY_CRITERION = (
    *OF_POLL,
    VOID,
    *OF_OPTION,
    Column(lazy("Criterion"), filled=True, means=lazy("By what it was judged.")),
    Column(lazy("Weight"), Kind.NUMBER, filled=True, means=lazy("How much it counts.")),
    Column(
        lazy("Mean"),
        Kind.DECIMAL,
        means=lazy("The mean of those who gave a number; empty where nobody did."),
    ),
)
_STEPS = (
    *OF_POLL,
    VOID,
    Column(lazy("Step"), Kind.NUMBER, filled=True, means=lazy("Its place in the count.")),
    Column(lazy("What happened"), reader=Reader.PEOPLE),
    *OF_OPTION,
    Column(
        lazy("Papers then"),
        Kind.DECIMAL,
        filled=True,
        means=lazy("How many papers counted for the option in this step."),
    ),
)
_HANDS = (
    *OF_POLL,
    VOID,
    *OF_OPTION,
    Column(
        lazy("Sector"),
        words=SECTOR_WORDS,
        means=lazy("Whose hands they are; empty where they were not counted by sector."),
    ),
    Column(
        lazy("Level"),
        Kind.NUMBER,
        filled=True,
        means=lazy("The level that they were raised for; 1 where there are no levels."),
    ),
    Column(lazy("Hands"), Kind.NUMBER, filled=True, means=lazy("How many were counted.")),
)


def levels(won: Won, source: Source) -> Table:
    """How many said which level of each option, where a method has levels."""
    purpose = lazy("How many said which level of each option.")
    rows = _of_each(won, source, _said)
    return source.table("Levels", lazy("Levels"), _LEVELS, rows, purpose=purpose)


def by_criterion(won: Won, source: Source) -> Table:
    """What each option came to by each criterion."""
    purpose = lazy("What each option came to by each criterion.")
    rows = _of_each(won, source, _judged)
    title = lazy("By criterion")
    return source.table("By_criterion", title, _BY_CRITERION, rows, purpose=purpose)


def count_steps(won: Won, source: Source) -> Table:
    """The steps of counts that have several, in words, with what each option had then."""
    purpose = lazy("How a count went on step by step, where its rule has several steps.")
    rows = _of_each(won, source, _step_by_step)
    return source.table("Count_steps", lazy("Count by steps"), _STEPS, rows, purpose=purpose)


def hands(source: Source) -> Table:
    """Hands as they were counted in the room, by option, level and sector."""
    book = source.once(PollBook)
    shown = {poll.id: poll for poll in book.revealed}
    titles = {option.id: option.title for key in shown for option in book.options[key]}
    found = source.snapshot.scalars(
        select(HandCount)
        .where(HandCount.poll_id.in_(list(shown)), HandCount.hands > 0)
        .order_by(HandCount.poll_id, HandCount.option_id, HandCount.level, HandCount.id)
    )
    rows = [
        (
            *_head(source, shown[one.poll_id]),
            one.option_id,
            titles[one.option_id],
            one.sector,
            one.level,
            one.hands,
        )
        for one in found
    ]
    purpose = lazy("Hands as they were counted in the room.")
    return source.table("Hands", lazy("Hands"), _HANDS, rows, purpose=purpose)


def _head(source: Source, poll: Poll) -> Line:
    line = source.once(PollBook).line(poll.id)
    return (poll.session_id, *line, poll.voided_at is not None)


def _of_each(
    won: Won, source: Source, parts: Callable[[PollResult], Iterator[Sequence[object]]]
) -> list[Line]:
    book = source.once(PollBook)
    return [
        (*_head(source, poll), *part)
        for poll in book.revealed
        for part in parts(book.result(won, poll))
    ]


def _said(found: PollResult) -> Iterator[Sequence[object]]:
    scale = found.poll.kind.levels(found.terms)
    for row in found.rows:
        for level, count in zip(scale, row.spread, strict=False):  # none where it is not told
            yield row.option_id, row.title, level.value, str(level.name), count


def _judged(found: PollResult) -> Iterator[Sequence[object]]:
    for row in found.rows:
        for one, value in zip(found.terms.criteria, row.parts, strict=False):
            yield row.option_id, row.title, one.name, one.weight, cell(value)


def _step_by_step(found: PollResult) -> Iterator[Sequence[object]]:
    titles = {row.option_id: row.title for row in found.rows}
    for number, step in enumerate(found.rounds, start=1):
        for key, value in step.values.items():
            yield number, step.words, key, titles[key], cell(value)
