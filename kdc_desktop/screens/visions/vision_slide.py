"""What the room sees of a vision: the statement, and where its members stand."""

from kdc_desktop.audience.visions.vision_slide import PositionDot, VisionSlide
from kdc_desktop.services.visions.rows import VersionRow, VisionPage


def vision_slide(
    page: VisionPage, version: VersionRow | None, *, asks_positions: bool, sectors: bool
) -> VisionSlide:
    """The slide of a version of a consortium's vision.

    Positions are on it as dots once they are asked for or somebody has taken one.
    """
    if version is None or not (asks_positions or page.positions):
        number = version.number if version else 1
        return VisionSlide(
            consortium=page.name, statement=version.text if version else "", version=number
        )
    return _with_positions(page, version, sectors=sectors)


def _with_positions(page: VisionPage, version: VersionRow, *, sectors: bool) -> VisionSlide:
    """Without `sectors` the dots do not say whose they are."""
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
