"""What the room sees of a vision: the statement, and where its members stand."""

from kdc_desktop.audience.visions.vision_slide import PositionDot, VisionSlide
from kdc_desktop.services.visions.rows import VersionRow, VisionPage


def vision_slide(
    page: VisionPage, version: VersionRow | None, *, positions: bool, sectors: bool
) -> VisionSlide:
    """The slide of one version; without `sectors` the dots do not say whose they are."""
    if version is None or not positions:
        number = version.number if version else 1
        return VisionSlide(
            consortium=page.name, statement=version.text if version else "", version=number
        )
    dots = []
    waiting = 0
    for member in page.members:
        position = page.positions.get((member.id, version.id))
        if position is not None:
            letter = member.sector if sectors else ""
            dots.append(PositionDot(page.scale.highest - position.level, letter))
        elif not member.observes:
            waiting += 1
    return VisionSlide(
        consortium=page.name,
        statement=version.text,
        version=version.number,
        scale=tuple(str(level.label) for level in reversed(page.scale.levels)),
        positions=tuple(sorted(dots, key=lambda dot: (dot.level, dot.sector))),
        agreed=page.scale.highest - page.agreed_level,
        waiting=waiting,
    )
