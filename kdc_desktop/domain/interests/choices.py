"""The choices that one person has among the winners."""

from kdc_desktop.i18n import number_text, pgettext

CHOICES = 3
"""So many winners one person may choose, the one wished most first."""


def choice_text(number: int) -> str:
    """A choice, from 1, as one writes it in short: “1st”."""
    match number:
        case 1:
            return pgettext("choice", "1st")
        case 2:
            return pgettext("choice", "2nd")
        case 3:
            return pgettext("choice", "3rd")
        case _:
            return pgettext("choice", "{number}th", number=number_text(number))
