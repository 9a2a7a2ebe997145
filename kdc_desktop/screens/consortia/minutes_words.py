"""What is said of minutes a day that are given back to people."""

from kdc_desktop.domain.kit.amounts import Amount
from kdc_desktop.i18n import _, decimal_text, ngettext, number_text


def reach(minutes: float, people: int) -> str:
    """So many minutes for so many people, in short: “6 × 1,150”."""
    return _(
        "{minutes} × {people}",
        minutes=decimal_text(minutes, 1, trimmed=True),
        people=number_text(people),
    )


def worth(amount: Amount) -> str:
    """“6,900 minutes a day”."""
    minutes = round(amount.value)
    return ngettext("{count} minute a day", "{count} minutes a day", minutes)


def likely(amount: Amount) -> str:
    """Between what it lies, as a sentence; nothing where nobody has said how sure it is."""
    if not amount.is_spread:
        return ""
    least, most = number_text(round(amount.least)), number_text(round(amount.most))
    return _("Likely {least} to {most}.", least=least, most=most)
