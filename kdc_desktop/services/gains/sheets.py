"""The sheet of what consortia give back: every guess and every measure."""

from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.gains.sums import that_counts
from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.consortia.sheets import OF_CONSORTIUM
from kdc_desktop.services.gains.questions import gains_of
from kdc_desktop.services.gains.rows import GainRow
from kdc_desktop.services.kit.source import Line, Source, key_of

WAY_WORDS = ((GainWay.GUESSED, lazy("guessed")), (GainWay.MEASURED, lazy("measured")))
"""How it is known, in words."""
WORTH = (
    Column(
        lazy("Minutes a day together"),
        Kind.DECIMAL,
        means=lazy("Minutes a day for each, times people."),
    ),
    Column(
        lazy("Likely at least"),
        Kind.DECIMAL,
        means=lazy("How low that may very likely be, where somebody has said how sure it is."),
    ),
    Column(
        lazy("Likely at most"),
        Kind.DECIMAL,
        means=lazy("How high that may very likely be, where somebody has said how sure it is."),
    ),
)
_GAINS = (
    key_of("Gain"),
    *OF_CONSORTIUM,
    Column(
        lazy("How it is known"),
        words=WAY_WORDS,
        filled=True,
        means=lazy("Whether it was guessed or measured; a measure counts before a guess."),
    ),
    Column(
        lazy("Counts"),
        Kind.BOOL,
        filled=True,
        means=lazy("Whether it is what counts of this consortium by now."),
    ),
    Column(lazy("Minutes a day"), Kind.DECIMAL, filled=True, means=lazy("For each of them.")),
    Column(lazy("Minutes at least"), Kind.DECIMAL, means=lazy("As somebody said.")),
    Column(lazy("Minutes at most"), Kind.DECIMAL, means=lazy("As somebody said.")),
    Column(lazy("People"), Kind.NUMBER, filled=True, means=lazy("How many get them.")),
    Column(lazy("People at least"), Kind.NUMBER, means=lazy("As somebody said.")),
    Column(lazy("People at most"), Kind.NUMBER, means=lazy("As somebody said.")),
    *WORTH,
    Column(lazy("When"), Kind.DATETIME, filled=True, means=lazy("When that was said.")),
    Column(lazy("Who said so"), stays=True, means=lazy("The name of who said so.")),
    Column(lazy("Note"), stays=True, means=lazy("How it was counted, in a few words.")),
)


def gains(source: Source) -> Table:
    """All that was said, the consortia in their order and the oldest first."""
    book, rows = source.once(ConsortiumBook), list[Line]()
    told = gains_of(source.snapshot, book.consortia)
    for key, consortium in book.consortia.items():
        said = told.get(key, ())
        counts = that_counts(said)
        for one in reversed(said):
            words = consortium.session_id, one.id, key, consortium.name, one.way, one is counts
            rows.append((*words, *_numbers(one), one.at, one.said_by, one.note))
    purpose = lazy("Minutes a day that consortia give back to people, as guessed and as measured.")
    return source.table("Gains", lazy("Gains"), _GAINS, rows, purpose=purpose, born=True)


def _numbers(one: GainRow) -> Line:
    minutes = one.minutes, one.minutes_least, one.minutes_most
    return (*minutes, one.people, one.people_least, one.people_most, *worth_of(one))


def worth_of(one: GainRow) -> Line:
    """What it comes to, as `WORTH` has it."""
    found = one.worth
    ends = (found.least, found.most) if found.is_spread else (None, None)
    return (found.value, *ends)
