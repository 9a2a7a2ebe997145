"""Who met in an evening, for those who were not there."""

from collections.abc import Iterator

from kdc_desktop.domain.network.numbers import told_to_the_room
from kdc_desktop.domain.pages.values import Block, Bullets, Heading, Paragraph
from kdc_desktop.i18n import _, listed_and, ngettext, sentences
from kdc_desktop.services.network.questions import network_in
from kdc_desktop.services.network.rows import NetPeriod, Network, PeriodKind
from kdc_desktop.services.pages.record import Record

_MOST = 8  # pairs that are named


def who_met(record: Record) -> Iterator[Block]:
    """How many new ties there are, and which organisations met first; nothing where nobody met."""
    net = network_in(record.snapshot, NetPeriod(PeriodKind.EVENING, record.session.id))
    told = told_to_the_room(net.numbers)
    if not told:
        return
    yield Heading(_("Who met"))
    yield Paragraph(sentences(told))
    if pairs := _first_meetings(net):
        yield Bullets(tuple(pairs))


def _first_meetings(net: Network) -> list[str]:
    """Which two organisations met, those whose people did most in front."""
    names = net.organisations
    pairs = sorted(
        net.first, key=lambda pair: (-net.between[pair].times, names[pair[0]].name, pair)
    )
    told = [listed_and((names[one].name, names[other].name)) for one, other in pairs[:_MOST]]
    more = len(pairs) - _MOST
    if more > 0:
        told.append(ngettext("{count} more pair", "{count} more pairs", more))
    return told
