"""Numbers as the language in use writes them."""

from kdc_desktop.i18n.catalogue import lookup


def number_text(number: int) -> str:
    """A whole number: “1,250”."""
    return _local(f"{number:,}")


def decimal_text(number: float, digits: int, *, trimmed: bool = False) -> str:
    """A number with so many digits after the point: “1.50”; “1.5” where `trimmed`."""
    text = f"{number:,.{digits}f}"
    if trimmed and digits:
        text = text.rstrip("0").rstrip(".")
    return _local(text)


def percent_text(share: float, digits: int = 0) -> str:
    """A share of 1 in per cent: “45%”."""
    number = _local(f"{share:,.{digits}%}".removesuffix("%"))
    return lookup("{number}%", None, "share", 0).replace("{number}", number)


def _local(number: str) -> str:
    point = lookup(".", None, "decimal point", 0)
    between = lookup(",", None, "between thousands", 0)
    if (point, between) == (".", ","):
        return number
    return between.join(part.replace(".", point) for part in number.split(","))
