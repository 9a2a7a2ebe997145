"""What is said above and below the steps of a chain, and over the whole list."""

from collections.abc import Sequence

from kdc_desktop.domain.chains.how_far import HowFar
from kdc_desktop.i18n import _, listed, ngettext
from kdc_desktop.services.chains.rows import ChainRow


def closing(row: ChainRow) -> str:
    """A kind word for what went no further so far; empty for what goes on."""
    if row.furthest is not None:
        return ""
    if row.far is HowFar.CHOSEN:
        return _("No consortium has formed around it yet. One can form in any evening to come.")
    return _(
        "It went no further so far. It stays where it is, and any evening to come can take it "
        "up again."
    )


def summed_up(rows: Sequence[ChainRow]) -> str:
    """How many ideas there are, and how many of them went further."""
    if not rows:
        return _("None yet")
    told = [ngettext("{count} idea", "{count} ideas", len(rows))]
    chosen = sum(bool(row.won) for row in rows)
    formed = sum(bool(row.groups) for row in rows)
    if chosen:
        told.append(ngettext("{count} was chosen", "{count} were chosen", chosen))
    if formed:
        told.append(ngettext("{count} has a consortium", "{count} have a consortium", formed))
    return listed(told)
