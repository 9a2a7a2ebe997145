"""What the table of stakes says, in words."""

from kdc_desktop.domain.visions.state_words import SERVED_WORDS
from kdc_desktop.domain.visions.states import Served
from kdc_desktop.i18n import Text, _, lazy, ngettext, pgettext
from kdc_desktop.services.visions.rows import VersionRow, VisionPage
from kdc_desktop.services.visions.stakes import StakeRow

SERVED_CHOICES: dict[Served, Text] = {
    Served.SERVED: lazy("Served"),
    Served.PARTLY: lazy("Partly served"),
    Served.NOT: lazy("Not served"),
}
"""How far a version serves a stake, to choose from."""
KEYS = {Served.SERVED: "S", Served.PARTLY: "P", Served.NOT: "N"}


def nothing_serves_it() -> str:
    """What stands beside a stake that was looked at, and is in no version."""
    return _("No version serves it")


def served_words(served: Served | None) -> str:
    """One cell."""
    return pgettext("of a stake", "not said") if served is None else str(SERVED_WORDS[served])


def stake_told(row: StakeRow, version: VersionRow | None) -> str:
    """A cell as a screen reader says it; without a version it is the stake itself."""
    told = _("{member}: “{text}”", member=row.member, text=row.text)
    if version is not None:
        how = served_words(row.served.get(version.id))
        told = _(
            "{stake} · version {number} · {served}", stake=told, number=version.number, served=how
        )
    return f"{told} · {nothing_serves_it()}" if row.is_unserved else told


def stakes_title(page: VisionPage) -> str:
    """The head of the column of stakes: how many of them no version serves."""
    unserved = sum(row.is_unserved for row in page.stakes)
    if not unserved:
        return _("What the member wants")
    return ngettext(
        "What the member wants · {count} that no version serves",
        "What the member wants · {count} that no version serves",
        unserved,
    )


def as_cells(page: VisionPage) -> list[list[str]]:
    """The whole table as a spreadsheet takes it."""
    marks = [_("V{number}", number=version.number) for version in page.versions]
    lines = [[_("Member"), _("Stake"), *marks]]
    for row in page.stakes:
        said = [served_words(row.served.get(version.id)) for version in page.versions]
        lines.append([row.member, row.text, *said])
    return lines
