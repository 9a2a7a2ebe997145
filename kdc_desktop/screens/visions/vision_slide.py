"""What the room sees of a vision: the statement, and where its members stand."""

from kdc_desktop.audience.visions.lanes import PositionDot
from kdc_desktop.audience.visions.let_go_slide import LetGoSlide, PromiseLine
from kdc_desktop.audience.visions.revealed_slide import RevealedSlide
from kdc_desktop.audience.visions.statement_ink import Stretch
from kdc_desktop.audience.visions.vision_slide import VisionSlide
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.domain.visions.wording import Change, changed_runs
from kdc_desktop.i18n import _, date_text
from kdc_desktop.services.visions.room_life import RoomLife
from kdc_desktop.services.visions.rows import VersionRow, VisionPage
from kdc_desktop.services.visions.stands import Revealed, Stand, revealed


def vision_slide(
    page: VisionPage, version: VersionRow | None, *, asks: bool, shows: bool, sectors: bool
) -> VisionSlide:
    """The slide of a version of a consortium's vision.

    While it `asks` where the members stand, the scale is on it, and how many have answered; once
    it `shows` their positions, the picture of what was revealed.
    """
    if version is None:
        return VisionSlide(consortium=page.name, statement="", version=0)
    new = _new_words(page, version)
    if shows and (shown := revealed(page, version)) is not None:
        return _revealed_slide(page, version, new, shown, sectors=sectors)
    if not (asks or shows):
        return VisionSlide(
            consortium=page.name, statement=version.text, version=version.number, new=new
        )
    asking = page.last_asking(version.id)
    scale = SCALES[asking.scale] if asking is not None else page.scale
    agreed = asking.agreed_level if asking is not None else page.agreed_level
    answered, asked = page.answered(version.id)
    return VisionSlide(
        consortium=page.name,
        statement=version.text,
        version=version.number,
        new=new,
        scale=tuple(f"{level.value}  {level.label}" for level in reversed(scale.levels)),
        agreed=scale.highest - agreed,
        waiting=asked - answered,
        answered=answered,
    )


def let_go_slide(page: VisionPage, life: RoomLife) -> LetGoSlide:
    """The slide of a consortium that is let go: its latest version, and what it goes on with."""
    version = page.latest
    again, since = life.look_again_on, life.let_go_on
    return LetGoSlide(
        consortium=page.name,
        statement=version.text if version is not None else "",
        version=version.number if version is not None else 0,
        leads=life.leads,
        promises=tuple(
            PromiseLine(one.sector, one.who, one.what, _("by {day}", day=date_text(one.by)))
            for one in life.promises
        ),
        look_again="" if again is None else _("on {day}", day=date_text(again)),
        let_go="" if since is None else date_text(since),
    )


def _revealed_slide(
    page: VisionPage,
    version: VersionRow,
    new: tuple[Stretch, ...],
    shown: Revealed,
    *,
    sectors: bool,
) -> RevealedSlide:
    """Without `sectors` nothing says whose a position is."""
    scale = shown.scale
    dots = (_dot(stand, scale.highest, told=sectors) for stand in shown.stands)
    return RevealedSlide(
        consortium=page.name,
        statement=version.text,
        version=version.number,
        new=new,
        scale=tuple(str(level.label) for level in reversed(scale.levels)),
        positions=tuple(sorted(dots, key=lambda dot: (dot.level, dot.sector, dot.name))),
        agreed=scale.highest - shown.agreed_level,
        waiting=shown.waiting,
    )


def _dot(stand: Stand, highest: int, *, told: bool) -> PositionDot:
    before = None if stand.before is None else highest - stand.before
    dot = PositionDot(highest - stand.level, before=before, is_new=stand.is_new)
    if not told:
        return dot
    name = stand.member.name if dot.has_moved else ""
    if stand.is_new:
        name = _("{name}, new", name=name)
    return PositionDot(dot.level, stand.member.sector, before, name, stand.is_new)


def _new_words(page: VisionPage, version: VersionRow) -> tuple[Stretch, ...]:
    """The stretches that came in since the version before."""
    before = next((one for one in page.versions if one.number == version.number - 1), None)
    if before is None:
        return ()
    found, at = [], 0
    old, text = (" ".join(one.text.split()) for one in (before, version))
    for run in changed_runs(old, text):
        if run.change is Change.ADDED:
            found.append((at, at + len(run.text)))
        at += len(run.text)
    return tuple(found)
