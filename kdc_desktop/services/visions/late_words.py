"""How late something is, in words."""

from kdc_desktop.i18n import Text, lazy, nlazy


def late_words(days: int) -> Text:
    """“12 days over”, “today”, “in 3 days”; `days` are negative while there is time."""
    if days > 0:
        return nlazy("{count} day over", "{count} days over", days)
    if days == 0:
        return lazy("today")
    return nlazy("in {count} day", "in {count} days", -days)


def silent_words(days: int) -> Text:
    """“silent 104 days”."""
    return nlazy("silent {count} day", "silent {count} days", days)
