"""The sheets of the network: organisations and people with their measures, and every tie.

Who came to an evening stays with the club, and so does whom they met there.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.network.folding import RESIDENTS_TOGETHER
from kdc_desktop.domain.network.measures import Two, betweenness
from kdc_desktop.domain.seating.ties import Met
from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.services.kit.source import Line, Source, id_of
from kdc_desktop.services.kit.who import SECTOR_WORDS
from kdc_desktop.services.network.beside import EDGE_WORDS
from kdc_desktop.services.network.questions import network_in
from kdc_desktop.services.network.rows import NetPeriod, Network, PeriodKind

_NAMES = ("Network", "Network_people", "Ties")  # untranslated: the names of the Excel tables
_SECTOR = Column(lazy("Sector"), words=SECTOR_WORDS, filled=True, means=lazy("The sector."))
_OTHERS = Column(
    lazy("Others met"), Kind.NUMBER, filled=True, means=lazy("How many others it has met.")
)
_FIRST = Column(
    lazy("First meetings"),
    Kind.NUMBER,
    filled=True,
    means=lazy("How many of those it met for the first time in the evenings of the workbook."),
)
_BETWEEN = Column(
    lazy("Connects"),
    Kind.PERCENT,
    filled=True,
    means=lazy("On what part of the shortest ways between others it stands (betweenness)."),
)
_HOLDS = Column(
    lazy("Holds together"),
    Kind.BOOL,
    filled=True,
    means=lazy("Whether without it a part of the network would fall into two."),
)
_ORGANISATIONS = (
    id_of("Organisation"),
    Column(
        lazy("Organisation"), head=True, filled=True, means=lazy("What it is called, or residents.")
    ),
    _SECTOR,
    Column(
        lazy("People"), Kind.NUMBER, filled=True, means=lazy("How many of its people were there.")
    ),
    _OTHERS,
    _FIRST,
    _BETWEEN,
    _HOLDS,
)
_PEOPLE = (
    id_of("Person"),
    Column(lazy("Person"), head=True, filled=True, means=lazy("Who was there.")),
    id_of("Organisation"),
    Column(lazy("Organisation"), means=lazy("For whom they speak; empty for residents.")),
    Column(lazy("Department"), means=lazy("The part of it for which they speak.")),
    _SECTOR,
    replace(_OTHERS, means=lazy("How many others they have met.")),
    replace(
        _FIRST,
        title=lazy("New ties"),
        means=lazy("How many of those they met for the first time in the evenings told of."),
    ),
    replace(_BETWEEN, means=lazy("On what part of the shortest ways between others they stand.")),
    Column(
        lazy("On the edge"),
        words=tuple((edge.value, words) for edge, words in EDGE_WORDS.items()),
        means=lazy("Why they stand on the edge; empty for whoever does not."),
    ),
)
_TIES = (
    id_of("Person"),
    Column(lazy("Person"), head=True, filled=True, means=lazy("One of two who have met.")),
    Column(lazy("Organisation"), means=lazy("For whom the one speaks.")),
    id_of("Person", "Other"),
    Column(lazy("Other"), filled=True, means=lazy("The other of the two.")),
    Column(lazy("Organisation of the other"), means=lazy("For whom the other speaks.")),
    Column(lazy("Times"), Kind.NUMBER, filled=True, means=lazy("How often they have met.")),
    Column(lazy("First"), Kind.DATE, filled=True, means=lazy("The day on which they met first.")),
    Column(lazy("Last"), Kind.DATE, filled=True, means=lazy("The day on which they met last.")),
)


def network(source: Source) -> Table:
    """The organisations that were there, with how many others they have met."""
    net = source.once(_read)
    met, first = _counts(net.between), _counts(net.first)
    rows: list[Line] = [
        (
            None if key == RESIDENTS_TOGETHER else key,
            one.name,
            one.sector,
            len(one.people),
            met[key],
            first[key],
            net.connects[key],
            key in net.held_by,
        )
        for key, one in net.organisations.items()
    ]
    purpose = lazy("Which organisations have met how many others, and which connect them.")
    return Table(_NAMES[0], lazy("Network"), _ORGANISATIONS, rows, purpose=purpose, stays=True)


def people(source: Source) -> Table:
    """Everybody who was there, with how many others they have met."""
    net = source.once(_read)
    connects = betweenness({key: net.near[key] & net.people.keys() for key in net.people})
    met, new = _counts(net.ties), _counts(net.new)
    rows: list[Line] = []
    for key, one in sorted(net.people.items(), key=lambda item: (in_order(item[1].name), item[0])):
        edge = net.edge.get(key)
        rows.append(
            (
                key,
                one.name,
                one.organisation_id,
                one.organisation or None,
                one.department or None,
                one.sector,
                met[key],
                new[key],
                connects[key],
                None if edge is None else edge.value,
            )
        )
    purpose = lazy("Who has met how many others, and who stands on the edge.")
    title = lazy("People in the network")
    return Table(_NAMES[1], title, _PEOPLE, rows, purpose=purpose, stays=True)


def ties(source: Source) -> Table:
    """Every two people who have met: those who met most often first."""
    net = source.once(_read)
    found = [(pair, tie) for pair, tie in net.ties.items() if set(pair) <= net.people.keys()]
    found.sort(key=lambda one: (-one[1].times, one[0]))
    rows = [_tie(source, net, pair, tie) for pair, tie in found]
    purpose = lazy("Who has met whom: at one table that met, or in one consortium of an evening.")
    return Table(_NAMES[2], lazy("Ties"), _TIES, rows, purpose=purpose, stays=True)


def _read(source: Source) -> Network:
    """Of the session that the workbook is of, or as long as the club is there."""
    (session_id, *_others) = source.sessions or (0,)
    one = NetPeriod(PeriodKind.EVENING, session_id)
    return network_in(source.snapshot, NetPeriod() if source.every_session else one)


def _counts(pairs: Iterable[Two]) -> Counter[int]:
    """In how many of these pairs each is."""
    return Counter(one for pair in pairs for one in pair)


def _tie(source: Source, net: Network, pair: Two, tie: Met) -> Line:
    one, other = (net.people[key] for key in pair)
    return (
        one.id,
        one.name,
        one.organisation or None,
        other.id,
        other.name,
        other.organisation or None,
        tie.times,
        source.day(tie.first_at),
        source.day(tie.last_at),
    )
