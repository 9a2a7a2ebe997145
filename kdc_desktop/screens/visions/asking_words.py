"""What the vision screen says of an asking, in words."""

from kdc_desktop.i18n import _, ngettext
from kdc_desktop.services.visions.rows import VersionRow, VisionPage


def asking_words(page: VisionPage, latest: VersionRow) -> str:
    """How far the latest version is: not asked about, asked with so many answers, or revealed."""
    answered, asked = page.answered(latest.id)
    asking = page.last_asking(latest.id)
    if asking is None:
        return _("Nobody has been asked about version {number} yet.", number=latest.number)
    if asking.is_open:
        return answered_words(answered, asked)
    return _(
        "Version {number}: {answered}. Revealed.",
        number=latest.number,
        answered=answered_words(answered, asked),
    )


def answered_words(answered: int, asked: int) -> str:
    """“7 of 11 have answered”."""
    return ngettext(
        "{answered} of {count} has answered",
        "{answered} of {count} have answered",
        asked,
        answered=answered,
    )
