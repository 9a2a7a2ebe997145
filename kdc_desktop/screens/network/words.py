"""What is said of an organisation, and of somebody, in the network."""

from kdc_desktop.domain.network.folding import RESIDENTS_TOGETHER
from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.i18n import _, listed, ngettext, number_text, sentences, spoken
from kdc_desktop.services.network.beside import EDGE_WORDS
from kdc_desktop.services.network.rows import Network, PeriodKind


def heard_of(net: Network, key: int) -> str:
    """An organisation with its sector, its people, and how many others it has met."""
    one = net.organisations[key]
    people = ngettext("{count} person", "{count} people", len(one.people))
    sector = "" if key == RESIDENTS_TOGETHER else name_of(one.sector)
    return spoken(filter(None, (one.name, sector, people, met_line(net, key))))


def lines_told(pairs: int, drawn: int) -> str:
    """That some pairs of organisations have no line, if so, and how one sees them."""
    if drawn >= pairs:
        return ""
    return ngettext(
        "{drawn} of {count} tie between organisations is drawn: choose one to see all of its.",
        "{drawn} of {count} ties between organisations are drawn: choose one to see all of its.",
        pairs,
        drawn=number_text(drawn),
    )


def met_line(net: Network, key: int) -> str:
    """How many others it has met in the period, and how many of them for the first time."""
    met = [pair for pair in net.between if key in pair]
    if not met:
        return _("Has met nobody else")
    told = ngettext("Has met {count} other", "Has met {count} others", len(met))
    first = sum(key in pair for pair in net.first)
    if not first or net.period.kind is PeriodKind.ALL:
        return told
    new = ngettext("{count} for the first time", "{count} for the first time", first)
    return listed((told, new))


def of_person(net: Network, person_id: int) -> str:
    """For whom somebody speaks, and how many others they have met."""
    one = net.people[person_id]
    place = listed(filter(None, (one.organisation or name_of(one.sector), one.department)))
    met = sum(person_id in pair for pair in net.ties)
    told = ngettext("Has met {count} other.", "Has met {count} others.", met)
    why = net.edge.get(person_id)
    edge = "" if why is None else f"{EDGE_WORDS[why]}."
    return sentences(filter(None, (f"{place}.", told if met else "", edge)))
