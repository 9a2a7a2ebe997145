"""The one place that chooses how a result is shown to the room."""

from kdc_desktop.audience.polls.result_picture import ResultPicture
from kdc_desktop.audience.polls.result_slide import ResultSlide
from kdc_desktop.audience.polls.reveal import RevealSlide
from kdc_desktop.audience.polls.winners_slide import WinnersSlide


def result_slide(result: ResultPicture, revealed_places: int | None = None) -> ResultSlide:
    """The picture of a result, by its kind; one of winners, once bars have some.

    `revealed_places` of the slide's `steps` are shown, None: all at once.
    """
    if any(row.winner for row in result.rows):
        return WinnersSlide(result=result)
    return RevealSlide(result=result, revealed_places=revealed_places)
