"""What the room sees of visions: each in turn, or that of the consortium which is worked on."""

from collections.abc import Mapping
from dataclasses import replace

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.audience.visions.round_slide import VisionRoundSlide
from kdc_desktop.audience.visions.vision_slide import VisionSlide
from kdc_desktop.domain.visions.stages import BUY_IN, LET_GO
from kdc_desktop.screens.kit.screen import Sight
from kdc_desktop.screens.visions.reader import VisionReader
from kdc_desktop.screens.visions.view import VisionView
from kdc_desktop.screens.visions.vision_slide import let_go_slide, vision_slide
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.services.visions.room_life import RoomLife
from kdc_desktop.services.visions.rows import VisionPage

EACH_IN_TURN = "each"


class RoomVision:
    """Reads what is not in sight; `known` says that the view shows how things are now."""

    def __init__(self, view: VisionView, reader: VisionReader) -> None:
        self._view, self._reader = view, reader
        self._goes = (0, 0)  # the stage in which one is let go, and which was open as it began

    def sight(self, stage: StageRow | None) -> Sight | None:
        """The consortium and the version that are looked at, and which has its positions shown.

        Where consortia are let go that is what the room sees, and no reveal of before.
        """
        view, version = self._view, self._view.version
        if view.page is None:
            return None
        reveals = view.reveals and not _lets_go(stage)
        shown_id = version.id if version is not None and reveals else 0
        return Sight(stage, (view.consortium_id, view.version_id, shown_id))

    def sight_of(self, stage: StageRow | None, *, known: bool) -> Sight:
        """Every consortium in turn, until something is done for one; where they are let go, the
        one that was open when the stage began."""
        ids = self._ids(known=known)
        if (one := self._let_go_in(stage)) in ids:
            return Sight(stage, (one, None, 0))
        return Sight(stage, EACH_IN_TURN if len(ids) > 1 else ((ids or [0])[0], None, 0))

    def _let_go_in(self, stage: StageRow | None) -> int:
        if stage is None or not _lets_go(stage):
            return 0
        if self._goes[0] != stage.id or not self._goes[1]:
            self._goes = stage.id, self._view.consortium_id
        return self._goes[1]

    def slide_of(self, sight: Sight, *, known: bool) -> Slide | None:
        """The version shown, with its positions as dots; None where the consortium is gone."""
        ids = self._ids(known=known)
        if sight.of == EACH_IN_TURN:
            pages = self._reader.room_pages_now(ids)
            here = [one for one in ids if one in pages]
            lives = self._lives(sight, here)
            visions = tuple(
                self._slide(sight, here, pages[one], None, 0, lives.get(one)) for one in here
            )
            return VisionRoundSlide(visions=visions) if visions else None
        one, version_id, shown_id = sight.of if isinstance(sight.of, tuple) else (0, None, 0)
        page = self._page(one, known=known) if one in ids else None
        life = self._lives(sight, [one]).get(one)
        return None if page is None else self._slide(sight, ids, page, version_id, shown_id, life)

    def _lives(self, sight: Sight, ids: list[int]) -> Mapping[int, RoomLife]:
        """What these are let go with, in the stage in which they are."""
        return self._reader.room_lives_now(ids) if _lets_go(sight.stage) else {}

    def _slide(
        self,
        sight: Sight,
        ids: list[int],
        page: VisionPage,
        version_id: int | None,
        shown_id: int,
        life: RoomLife | None,
    ) -> VisionSlide:
        at = ids.index(page.consortium_id)
        if life is not None and not shown_id:
            return replace(let_go_slide(page, life), place=at, consortia=len(ids))
        version = next((one for one in page.versions if one.id == version_id), page.latest)
        asking = page.asking
        is_asked = asking is not None and version is not None and asking.vision_id == version.id
        asks = is_asked or sight.stage is None or sight.stage.kind == BUY_IN.key
        shows = version is not None and page.is_revealed(version.id)
        if version is not None:
            shows = self._view.shows(version.id, in_room=shown_id) and shows
        sectors = self._view.tells_sectors
        slide = vision_slide(page, version, asks=asks, shows=shows, sectors=sectors)
        return replace(slide, place=at, consortia=len(ids))

    def _ids(self, *, known: bool) -> list[int]:
        return [one.id for one in (self._reader.choices if known else self._reader.choices_now())]

    def _page(self, consortium_id: int, *, known: bool) -> VisionPage | None:
        view = self._view
        if known and view.page is not None and view.consortium_id == consortium_id:
            return view.page
        return self._reader.room_pages_now([consortium_id]).get(consortium_id)


def _lets_go(stage: StageRow | None) -> bool:
    return stage is not None and stage.kind == LET_GO.key
