"""What is read beside the picture of a network: lists of organisations and of people."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.network.folding import RESIDENTS_TOGETHER
from kdc_desktop.domain.network.measures import Edge, Two, two
from kdc_desktop.domain.seating.ties import Met
from kdc_desktop.i18n import Text, _, lazy, ngettext
from kdc_desktop.services.network.rows import Network


class NetWho(NamedTuple):
    """An organisation, or all residents, or a person; by its id."""

    is_person: bool
    id: int


class BesideRow(NamedTuple):
    """A line of such a list: who, what is to be said of them, how many others they have met.

    Of two that have met, `times` says how often, and `last` when last.
    """

    who: NetWho
    name: str
    sector: str
    note: str = ""
    others: int = 0
    times: int = 0
    last: date | None = None
    is_new: bool = False


EDGE_WORDS: dict[Edge, Text] = {
    Edge.ALONE: lazy("Has met nobody yet"),
    Edge.OWN_ONLY: lazy("Has met only their own organisation"),
    Edge.FEW: lazy("Has met few others"),
}


def everybody(net: Network) -> list[BesideRow]:
    """The organisations by how many others they have met; those who hold it together are told."""
    counts = {key: sum(key in pair for pair in net.between) for key in net.organisations}
    rows = [
        _organisation(net, key, _("Connects others") if key in net.held_by else "")._replace(
            others=counts[key]
        )
        for key in net.organisations
    ]
    return sorted(rows, key=lambda row: (-row.others, in_order(row.name), row.who))


def on_edge(net: Network) -> list[BesideRow]:
    """Who stands on the edge, and why."""
    return _by_name(_person(net, key, str(EDGE_WORDS[why])) for key, why in net.edge.items())


def first_meetings(net: Network) -> list[BesideRow]:
    """The organisations that met for the first time, by the one whose name comes first."""
    rows = []
    for pair in net.first:
        one, other = sorted(pair, key=lambda key: in_order(net.organisations[key].name))
        tie = net.between[pair]
        note = _("with {organisation}", organisation=net.organisations[other].name)
        rows.append(_organisation(net, one, note, tie.times, _day(net, tie), is_new=True))
    return sorted(rows, key=lambda row: (in_order(row.name), in_order(row.note), row.who))


def met_by(net: Network, who: NetWho) -> list[BesideRow]:
    """Whom somebody, or an organisation, has met in the period: those most often met first."""
    ties, fresh = (net.ties, net.new) if who.is_person else (net.between, net.first)
    rows = []
    for pair, tie in ties.items():
        if who.id in pair:
            other = pair[0] if pair[1] == who.id else pair[1]
            rows.append(_tied(net, NetWho(who.is_person, other), tie, is_new=pair in fresh))
    return sorted(rows, key=lambda row: (-row.times, in_order(row.name), row.who))


def not_met_by(net: Network, who: NetWho) -> list[BesideRow]:
    """Whom of those who are there they have never met, up to the end of the period."""
    everyone: Iterable[int] = net.people if who.is_person else net.organisations
    met = net.ever if who.is_person else net.met_ever
    others = (key for key in everyone if key != who.id and two(key, who.id) not in met)
    make = _person if who.is_person else _organisation
    return _by_name(make(net, key) for key in others)


def people_of(net: Network, organisation_id: int) -> list[BesideRow]:
    """The people of an organisation, by department, with how many others each has met."""
    rows = [_person(net, key) for key in net.organisations[organisation_id].people]
    counts: dict[int, int] = {}
    for pair in net.ties:
        for key in pair:
            counts[key] = counts.get(key, 0) + 1
    told = [
        row._replace(note=net.people[row.who.id].department, others=counts.get(row.who.id, 0))
        for row in rows
    ]
    return sorted(told, key=lambda row: (in_order(row.note), in_order(row.name), row.who))


def departments_met(net: Network, organisation_id: int) -> str:
    """How often the departments of one organisation met each other, in a sentence, if they did."""
    own = net.organisations[organisation_id]
    if organisation_id == RESIDENTS_TOGETHER or len(own.departments) < 2:
        return ""
    pairs: set[Two] = set()
    for pair in net.ties:
        people = [net.people[key] for key in pair if key in net.people]
        ours = [one for one in people if one.organisation_id == organisation_id]
        if len(ours) == len(pair) and ours[0].department != ours[1].department:
            pairs.add(pair)
    return ngettext(
        "{count} tie between its departments", "{count} ties between its departments", len(pairs)
    )


def _by_name(rows: Iterable[BesideRow]) -> list[BesideRow]:
    return sorted(rows, key=lambda row: (in_order(row.name), row.who))


def _tied(net: Network, who: NetWho, tie: Met, *, is_new: bool) -> BesideRow:
    make = _person if who.is_person else _organisation
    return make(net, who.id, "", tie.times, _day(net, tie), is_new=is_new)


def _organisation(
    net: Network,
    key: int,
    note: str = "",
    times: int = 0,
    last: date | None = None,
    *,
    is_new: bool = False,
) -> BesideRow:
    one = net.organisations[key]
    return BesideRow(NetWho(False, key), one.name, one.sector, note, 0, times, last, is_new)


def _person(
    net: Network,
    key: int,
    note: str = "",
    times: int = 0,
    last: date | None = None,
    *,
    is_new: bool = False,
) -> BesideRow:
    one = net.people[key]
    return BesideRow(
        NetWho(True, key), one.name, one.sector, note or one.organisation, 0, times, last, is_new
    )


def _day(net: Network, tie: Met) -> date | None:
    """When they met last; of one evening that is no question."""
    if len(net.evenings) < 2:
        return None
    return next((one.on for one in net.evenings if one.id == tie.last_in), None)
