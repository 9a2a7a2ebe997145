"""The pills under a statement: its versions, and other ways to look at it."""

from collections.abc import Iterator

from kdc_desktop.i18n import _
from kdc_desktop.screens.visions.choosers import Choice
from kdc_desktop.screens.visions.view import UnderVision, VisionView
from kdc_desktop.services.visions.rows import VersionRow, VisionPage

COMPARE = "compare"
AGAINST = "against_"
REVEAL = "reveal"


def version_pills(page: VisionPage, view: VisionView) -> tuple[Choice, ...]:
    """What can be picked; before the first version only what is looked at, to leave it again."""
    version = view.version
    if version is not None:
        return tuple(_pills(page, view, version))
    without = {UnderVision.LIFE: _life(page), UnderVision.OBSTACLES: _obstacles()}
    if view.look not in without:
        return ()
    text, tip = without[view.look]
    return (Choice(view.look, text, True, tip),)


def version_of(page: VisionPage, key: str) -> int:
    """The id of the version whose pill has this key."""
    return next(version.id for version in page.versions if _key(version) == key)


def _pills(page: VisionPage, view: VisionView, shown: VersionRow) -> Iterator[Choice]:
    for version in page.versions:
        text = _("Version {number}", number=version.number)
        yield Choice(_key(version), text, version.id == shown.id, version.note)
    if shown.number > 1:
        yield Choice(COMPARE, _("Compare"), view.compares, _("Show what went out"))
    yield from _to_compare_with(view)
    for look, text, tip in _looks(page, shown):
        yield Choice(look, text, view.look is look, tip)
    if not page.is_revealed(shown.id):
        return
    shows, hides = _("Show the room the positions"), _("Hide the positions from the room")
    unseen = _("Until you say so, the room sees how many have answered, and no position")
    then = _("The room sees how many have answered then, and no position")
    text, tip = (hides, then) if view.reveals else (shows, unseen)
    yield Choice(REVEAL, text, False, tip)  # what it does, and no state


def _looks(page: VisionPage, shown: VersionRow) -> Iterator[tuple[UnderVision, str, str]]:
    """What can stand under the statement, besides where each member stands."""
    read, members = page.looked_at(shown.id)
    text = _("Readings {count} of {members}", count=read, members=members)
    yield UnderVision.READINGS, text, _("What it means for each member")
    text = _("Stakes {count}", count=len(page.stakes)) if page.stakes else _("Stakes")
    yield UnderVision.STAKES, text, _("What each member wants, and which version serves it")
    tip = _("What every member answered, each time it was asked")
    yield UnderVision.LEDGER, _("Ledger"), tip
    yield UnderVision.PULSE, _("Pulse"), _("How it goes, in five questions")
    yield UnderVision.OBSTACLES, *_obstacles()
    yield UnderVision.LIFE, *_life(page)


def _obstacles() -> tuple[str, str]:
    return _("Obstacles"), _("What holds it back from outside, and who takes care of that")


def _life(page: VisionPage) -> tuple[str, str]:
    if page.is_let_go:
        return _("Signs of life"), _("What is heard of it since it was let go")
    return _("Let go"), _("Let it go, and write down what is heard of it afterwards")


def _to_compare_with(view: VisionView) -> Iterator[Choice]:
    """Which version the one that is shown is compared with, where there are several."""
    if not view.compares or len(view.earlier) < 2:
        return
    for version in view.earlier:
        is_it = version == view.compared_with
        text = _("with version {number}", number=version.number)
        yield Choice(f"{AGAINST}{version.id}", text, is_it, _("Compare with this version"))


def _key(version: VersionRow) -> str:
    return f"version_{version.number}"
