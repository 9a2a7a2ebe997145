"""Amounts of money as people write them, and as whole numbers of the smallest part that occurs."""

import re
from collections.abc import Iterable
from fractions import Fraction
from math import lcm

from kdc_desktop.i18n import _
from kdc_desktop.interchange.elections.election import fault

_AMOUNT = re.compile(r"\d{1,15}(?:[.,]\d{1,6})?")


def amount_in(text: str, line: int) -> Fraction:
    """“1250”, “99.50” or “99,50”.

    Raises:
        UserError: it is none, or less than nothing.
    """
    text = text.strip()
    if _AMOUNT.fullmatch(text):
        return Fraction(text.replace(",", "."))
    if _AMOUNT.fullmatch(text.removeprefix("-")):
        said = _("“{text}” is less than nothing. Write what it costs.", text=text)
        raise fault(line, said)
    said = _("“{text}” is no amount of money. Write it as 1250 or 99.50.", text=text[:40])
    raise fault(line, said)


def parts_of_one(amounts: Iterable[Fraction]) -> int:
    """Into how many parts money has to be divided so that all of these are whole."""
    return lcm(*(amount.denominator for amount in amounts))


def amount_out(parts: int, unit: int) -> str:
    """The amount as it is written to a file: “1250”, “99.5”."""
    whole, rest = divmod(parts, unit)
    if not rest:
        return str(whole)
    return str(whole) + f"{rest / unit:.6f}"[1:].rstrip("0")
