"""What the vision screen says of an asking, in words."""

from kdc_desktop.i18n import _, ngettext
from kdc_desktop.services.visions.rows import VersionRow, VisionPage
from kdc_desktop.services.visions.stands import revealed


def asking_words(page: VisionPage, latest: VersionRow) -> str:
    """How far the latest version is: not asked about, asked with so many answers, or revealed."""
    if page.last_asking(latest.id) is None:
        return _("Nobody has been asked about version {number} yet.", number=latest.number)
    if (shown := revealed(page, latest)) is None:
        return answered_words(*page.answered(latest.id))
    answered = len(shown.stands)
    return _(
        "Version {number} is revealed: {answered}, {agreed} at the agreed level or better.",
        number=latest.number,
        answered=answered_words(answered, answered + shown.waiting),
        agreed=sum(stand.level >= shown.agreed_level for stand in shown.stands),
    )


def answered_words(answered: int, asked: int) -> str:
    """“7 of 11 have answered”."""
    return ngettext(
        "{answered} of {count} has answered",
        "{answered} of {count} have answered",
        asked,
        answered=answered,
    )
