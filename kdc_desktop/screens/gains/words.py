"""What is said of minutes that are given back."""

from collections.abc import Mapping

from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.i18n import Text, _, date_text, lazy, sentences
from kdc_desktop.instants import Zone, day_of
from kdc_desktop.screens.consortia.minutes_words import likely, reach, worth
from kdc_desktop.services.gains.rows import GainRow

WAYS: Mapping[GainWay, Text] = {
    GainWay.GUESSED: lazy("Guessed"),
    GainWay.MEASURED: lazy("Measured"),
}


def line(row: GainRow, zone: Zone) -> str:
    """One line of the history: when, how, and how much."""
    told = {
        "day": date_text(day_of(row.at, zone)),
        "reach": reach(row.minutes, row.people),
        "worth": worth(row.worth),
    }
    if row.way is GainWay.MEASURED:
        return _("{day}, measured: {reach}, {worth}", **told)
    return _("{day}, guessed: {reach}, {worth}", **told)


def beside(row: GainRow) -> str:
    """What else is known of it: how sure it is, who said so, and what was noted."""
    by = _("Said by {person}.", person=row.said_by) if row.said_by else ""
    return sentences(filter(None, (likely(row.worth), by, row.note)))


def told(row: GainRow) -> str:
    """What counts, in sentences."""
    much = worth(row.worth)
    measured, guessed = _("Measured: {worth}.", worth=much), _("Guessed: {worth}.", worth=much)
    how = measured if row.way is GainWay.MEASURED else guessed
    return sentences((how, *filter(None, (beside(row),))))
