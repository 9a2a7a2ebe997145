"""The one place that chooses how a result is shown to the room."""

from collections.abc import Mapping

from kdc_desktop.audience.polls.field_slide import FieldSlide
from kdc_desktop.audience.polls.funded_slide import FundedSlide
from kdc_desktop.audience.polls.ranges_slide import RangesSlide
from kdc_desktop.audience.polls.result_picture import ResultPicture
from kdc_desktop.audience.polls.result_slide import ResultSlide
from kdc_desktop.audience.polls.reveal import RevealSlide
from kdc_desktop.audience.polls.rounds_slide import RoundsSlide
from kdc_desktop.audience.polls.spread_slide import SpreadSlide
from kdc_desktop.audience.polls.temperature_slide import TemperatureSlide
from kdc_desktop.audience.polls.winners_slide import WinnersSlide
from kdc_desktop.domain.polls.method import PictureKind

_KINDS: Mapping[PictureKind, type[ResultSlide]] = {
    PictureKind.SPREAD: SpreadSlide,
    PictureKind.ROUNDS: RoundsSlide,
    PictureKind.FUNDED: FundedSlide,
    PictureKind.FIELD: FieldSlide,
    PictureKind.RANGES: RangesSlide,
}


def result_slide(result: ResultPicture, revealed_places: int | None = None) -> ResultSlide:
    """The picture of a result, by its kind; one of winners, once bars have some.

    `revealed_places` of the slide's `steps` are shown, None: all at once.
    """
    if result.kind is PictureKind.SPREAD and len(result.rows) == 1:
        return TemperatureSlide(result=result, revealed_places=revealed_places)
    if result.kind in _KINDS:
        return _KINDS[result.kind](result=result, revealed_places=revealed_places)
    if any(row.winner for row in result.rows):
        return WinnersSlide(result=result)
    return RevealSlide(result=result, revealed_places=revealed_places)
