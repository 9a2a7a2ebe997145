"""What the vision screen says of positions, in words."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect

from kdc_desktop.domain.interests.roles import role_title
from kdc_desktop.domain.visions.positions import Stance
from kdc_desktop.i18n import _, day_text, lazy, listed
from kdc_desktop.screens.kit.spoken_items import SpokenItem
from kdc_desktop.services.visions.rows import StakeholderRow, VersionRow, VisionPage

STANCE_WORDS = {
    Stance.HIDDEN: lazy("has answered"),
    Stance.JOINED_LATER: lazy("joined later"),
    Stance.OBSERVES: lazy("observes"),
    Stance.WAITING: lazy("not yet"),
    Stance.UNANSWERED: lazy("no answer"),
    Stance.LEFT: lazy("has left"),
}
"""Why a member has no position on a version."""
ASKED = (Stance.WAITING, Stance.UNANSWERED)


def cell_words(page: VisionPage, member: StakeholderRow, version: VersionRow) -> str:
    """A cell as a screen reader says it."""
    position = page.said(member.id, version.id)
    if position is None:
        said = str(STANCE_WORDS[page.stance(member, version)])
    else:
        said = listed((str(position.level), str(page.scale.level(position.level).label)))
    return _(
        "{member} · version {number} · {said}",
        member=member.name,
        number=version.number,
        said=said,
    )


def heard_cells(
    page: VisionPage,
    here: tuple[StakeholderRow, VersionRow] | None,
    rect_of: Callable[[int, int], QRect],
) -> list[SpokenItem]:
    """All cells row by row; `here` is the current one."""
    return [
        SpokenItem(cell_words(page, *cell), rect_of(row, column), cell == here)
        for row, member in enumerate(page.members)
        for column, version in enumerate(page.versions)
        for cell in ((member, version),)
    ]


def detail_words(page: VisionPage, member: StakeholderRow, version: VersionRow) -> str:
    """A cell with what was said there, or with the keys that say something there."""
    position = page.said(member.id, version.id)
    parts = [cell_words(page, member, version)]
    if position is not None and position.reason:
        parts.append(f"“{position.reason}”")
    if position is not None and position.would_move:
        parts.append(_("would move one step: “{wish}”", wish=position.would_move))
    if page.stance(member, version) in ASKED and member.is_asked:
        keys = _(
            "press {low} to {high}, Enter for more, N for the next",
            low=page.scale.lowest,
            high=page.scale.highest,
        )
        parts.append(keys)
    return " · ".join(parts)


def heading_words(version: VersionRow, today: date) -> tuple[str, str]:
    """The head of a version's column: its number, and when it was written."""
    day = version.written_on
    return _mark(version), _("today") if day == today else day_text(day)


def _mark(version: VersionRow) -> str:
    return _("V{number}", number=version.number)


def as_sheet(page: VisionPage) -> str:
    """The whole map as a spreadsheet reads it from the clipboard: lines of cells between tabs.

    What was answered is left out until it is revealed: who knows where it is pasted.
    """
    marks = (_mark(version) for version in page.versions)
    lines = [[_("Member"), _("Role"), *marks, _("Trend")]]
    for member in page.members:
        levels = ["" if level is None else str(level) for level in member.levels]
        remark = str(member.remark or "")
        if page.asking is not None:
            levels[-1:], remark = [""], ""
        lines.append([member.name, role_title(member.role), *levels, remark])
    return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
