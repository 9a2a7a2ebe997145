"""The columns of the sheet of results, and their words."""

from dataclasses import replace

from kdc_desktop.domain.people.sectors import BY_LETTER, COUNTED
from kdc_desktop.domain.polls.hiding import ToldPart
from kdc_desktop.i18n import lazy, plazy
from kdc_desktop.interchange.workbook import Column, Kind, Reader
from kdc_desktop.services.kit.source import id_of
from kdc_desktop.services.kit.who import SECTOR_WORDS
from kdc_desktop.services.polls.poll_sheet import COUNTED_PAPERS, METHOD, TURNOUT
from kdc_desktop.services.polls.sheets import OF_POLL, OF_SUBJECT, ORDER, ROUND, RULE, VOID

TOGETHER = lazy("Not by sector")
SHORT = Column(lazy("Short title"), aside=True, reader=Reader.PEOPLE)
TOTAL_COLUMN = Column(
    lazy("Total"),
    Kind.DECIMAL,
    means=lazy(
        "What the rule ranks it by: all marks and hands, a mean, points, a grade from 0 to 5. "
        "Empty where nobody said anything of it."
    ),
)
_SECTORS = tuple(
    Column(
        BY_LETTER[letter].title,
        Kind.DECIMAL,
        means=lazy(
            "The same of the papers and hands of this sector; empty where it may not be shown."
        ),
    )
    for letter in COUNTED
)
CHARTED = (
    *_SECTORS,
    Column(
        TOGETHER,
        Kind.DECIMAL,
        means=lazy(
            "Its marks from sectors that are shown only together, and hands of no sector; empty "
            "where nothing is added up."
        ),
    ),
)
TOLD_WORDS = {
    "number": plazy("what is told of a total", "a number"),
    "nearly_all": plazy("what is told of a total", "nearly all"),
    "nearly_none": plazy("what is told of a total", "nearly none"),
    "at_most": plazy("what is told of a total", "a number or fewer"),
    "place": plazy("what is told of a total", "its place only"),
    "nothing": plazy("what is told of a total", "nothing"),
}
NEARLY_WORDS = {
    ToldPart.NEARLY_ALL: lazy("Nearly all of"),
    ToldPart.NEARLY_NONE: lazy("Nearly none of"),
}
RESULT_COLUMNS = (
    *OF_POLL,
    ROUND,
    METHOD,
    replace(id_of("Option"), own=True, filled=True),
    SHORT,
    Column(lazy("Option"), head=True, filled=True, means=lazy("What could be chosen.")),
    *OF_SUBJECT,
    Column(
        lazy("Rank"),
        Kind.NUMBER,
        aside=True,
        filled=True,
        means=lazy(
            "Its rank as it was announced; options that are equal, or may not be told apart, have "
            "the same."
        ),
    ),
    Column(
        lazy("Tied"),
        Kind.BOOL,
        filled=True,
        reader=Reader.PROGRAMS,
        means=lazy("Whether another option has the same rank."),
    ),
    Column(lazy("Place"), head=True, reader=Reader.PEOPLE),
    VOID,
    TOTAL_COLUMN,
    Column(lazy("As told"), reader=Reader.PEOPLE),
    Column(lazy("What that is"), reader=Reader.PEOPLE),
    Column(lazy("In detail"), reader=Reader.PEOPLE),
    Column(
        lazy("Told as"),
        filled=True,
        aside=True,
        reader=Reader.PROGRAMS,
        words=tuple(TOLD_WORDS.items()),
        means=lazy("What stands for a total that would tell how everybody voted."),
    ),
    *CHARTED,
    *(
        Column(words, aside=True, means=lazy("The sectors of which only that is told."))
        for words in NEARLY_WORDS.values()
    ),
    Column(
        lazy("Papers for it"),
        Kind.NUMBER,
        aside=True,
        means=lazy(
            "How many papers support it, or where levels are said, say one of it; empty where that "
            "is not told."
        ),
    ),
    Column(
        lazy("At least"),
        Kind.DECIMAL,
        aside=True,
        means=lazy(
            "Where its value is an estimate: nine times in ten it is at least this. Where only a "
            "bound is told: it is at least this."
        ),
    ),
    Column(
        lazy("At most"),
        Kind.DECIMAL,
        aside=True,
        means=lazy("The same, at most."),
    ),
    Column(
        lazy("Weakest sector"),
        aside=True,
        words=SECTOR_WORDS,
        means=lazy("The sector of which the smallest share of papers supports it."),
    ),
    Column(
        lazy("Share of its papers"),
        Kind.PERCENT,
        aside=True,
        means=lazy("That share, of all papers of the sector, hands left out."),
    ),
    Column(
        lazy("Rank by weakest sector"),
        Kind.NUMBER,
        aside=True,
        means=lazy("Its rank by that share."),
    ),
    Column(lazy("Cost"), Kind.NUMBER, aside=True, means=lazy("What it costs, in a budget.")),
    Column(
        lazy("Chosen by the rule"),
        Kind.BOOL,
        aside=True,
        filled=True,
        means=lazy("Whether the rule chooses it: it comes first, or the money is enough for it."),
    ),
    Column(
        lazy("Winner"),
        Kind.BOOL,
        filled=True,
        means=lazy(
            "Whether it was taken further by this result; a void one takes nothing further."
        ),
    ),
    RULE,
    ORDER,
    *COUNTED_PAPERS,
    TURNOUT,
    Column(lazy("Took part"), aside=True, reader=Reader.PEOPLE),
)
