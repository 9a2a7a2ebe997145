"""What the room sees of a vision: the statement, and where its members stand."""

from kdc_desktop.audience.visions.vision_slide import PositionDot, VisionSlide
from kdc_desktop.services.visions.rows import VersionRow, VisionPage


def vision_slide(
    page: VisionPage, version: VersionRow | None, *, asks: bool, shows: bool, sectors: bool
) -> VisionSlide:
    """The slide of a version of a consortium's vision.

    While it `asks` where the members stand, the scale is on it, and how many have answered; once
    it `shows` their positions, these are on it as dots.
    """
    if version is None or not (asks or shows):
        number, text = (version.number, version.text) if version else (0, "")
        return VisionSlide(consortium=page.name, statement=text, version=number)
    return _with_positions(page, version, shows=shows, sectors=sectors)


def _with_positions(
    page: VisionPage, version: VersionRow, *, shows: bool, sectors: bool
) -> VisionSlide:
    """Without `sectors` the dots do not say whose they are."""
    dots = []
    waiting = 0
    for member in page.members:
        position = page.positions.get((member.id, version.id))
        if position is not None:
            letter = member.sector if sectors else ""
            dots.append(PositionDot(page.scale.highest - position.level, letter))
        elif member.is_asked:
            waiting += 1
    return VisionSlide(
        consortium=page.name,
        statement=version.text,
        version=version.number,
        scale=tuple(f"{level.value}  {level.label}" for level in reversed(page.scale.levels)),
        positions=tuple(sorted(dots, key=lambda dot: (dot.level, dot.sector))) if shows else (),
        agreed=page.scale.highest - page.agreed_level,
        waiting=waiting,
        answered=0 if shows else len(dots),
    )
