"""The columns of the tables of offers and needs."""

from collections.abc import Callable

from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.i18n import lazy, listed
from kdc_desktop.screens.kit.rows import Column
from kdc_desktop.screens.offers.lines import OfferLine, met_told, met_words, who_words
from kdc_desktop.screens.people.sector_icons import sector_icon

WIDTHS = (260, 150, 150)


def _who_told(row: OfferLine) -> str:
    return listed(filter(None, (who_words(row), row.sector and name_of(row.sector))))


def line_columns(
    kind: OfferKind, put: Callable[[OfferLine, str], object]
) -> list[Column[OfferLine]]:
    """The columns of one side; `put` keeps other words that were written in a cell."""
    offered = kind is OfferKind.OFFER
    return [
        Column(
            "text",
            lazy("Offer") if offered else lazy("Need"),
            lambda row: row.text,
            tooltip=lambda row: row.said,
            editable=lambda row: not row.key.is_role,
            commit=put,
        ),
        Column(
            "who",
            lazy("Who"),
            who_words,
            icon=lambda row: sector_icon(row.sector) if row.sector else None,
            tooltip=_who_told,
        ),
        Column(
            "met",
            lazy("Meets") if offered else lazy("Met by"),
            met_words,
            tooltip=met_told,
            sort=lambda row: (not row.met, not row.likely, met_words(row)),
        ),
    ]
