"""Numbers as the language in use writes them."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

from kdc_desktop.i18n.catalogue import lookup


def number_text(number: int) -> str:
    """A whole number: “1,250”."""
    return _local(f"{number:,}")


def decimal_text(number: float, digits: int, *, trimmed: bool = False) -> str:
    """A number with so many digits after the point: “1.50”; “1.5” where `trimmed`.

    A half is rounded up, as people do it: 3.25 is “3.3”, and 3.75 “3.8”.
    """
    with localcontext() as context:
        context.rounding = ROUND_HALF_UP
        text = f"{Decimal(repr(float(number))):,.{digits}f}"
    if trimmed and digits:
        text = text.rstrip("0").rstrip(".")
    return _local(text)


def percent_text(share: float, digits: int = 0) -> str:
    """A share of 1 in per cent: “45 %”."""
    number = _local(f"{share:,.{digits}%}".removesuffix("%"))
    return pgettext("share", "{number} %", number=number)


def _local(number: str) -> str:
    point = pgettext("decimal point", ".")
    between = pgettext("between thousands", ",")
    if (point, between) == (".", ","):
        return number
    return between.join(part.replace(".", point) for part in number.split(","))


def pgettext(context: str, message: str, *, number: str = "") -> str:
    """The one in text.py writes numbers with this module, so it cannot be used here."""
    return lookup(message, None, context, 0).replace("{number}", number)
