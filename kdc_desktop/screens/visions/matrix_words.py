"""What the buy-in map says in words."""

from kdc_desktop.domain.visions.positions import Stance
from kdc_desktop.i18n import _
from kdc_desktop.services.visions.rows import StakeholderRow, VersionRow, VisionPage


def role_words(role: str) -> str:
    """A role as it is written on screen."""
    words = role.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def missing_words(page: VisionPage, member: StakeholderRow, version: VersionRow) -> str:
    """Why a member has no position on a version."""
    return {
        Stance.TAKEN: "",
        Stance.JOINED_LATER: _("joined later"),
        Stance.OBSERVES: _("observes"),
        Stance.WAITING: _("not yet"),
        Stance.UNANSWERED: _("no answer"),
    }[page.stance(member, version)]


def cell_words(page: VisionPage, member: StakeholderRow, version: VersionRow) -> str:
    """A cell as a screen reader says it."""
    position = page.positions.get((member.id, version.id))
    if position is None:
        said = missing_words(page, member, version)
    else:
        said = f"{position.level}, {page.scale.level(position.level).label}"
    return f"{member.name} · version {version.number} · {said}"


def as_sheet(page: VisionPage) -> str:
    """The whole map as a spreadsheet reads it from the clipboard: lines of cells between tabs."""
    lines = [["Member", "Role", *(f"V{v.number}" for v in page.versions), "Trend"]]
    for member in page.members:
        levels = ["" if level is None else str(level) for level in member.levels]
        lines.append([member.name, role_words(member.role), *levels, str(member.remark or "")])
    return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
