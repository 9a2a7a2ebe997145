"""What the summary tells of the years of a consortium, in sentences."""

from collections.abc import Iterator

from kdc_desktop.domain.consortia.state_words import STATE_WORDS
from kdc_desktop.i18n import _, full_date_text, listed, ngettext
from kdc_desktop.instants import Instant, day_of
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.services.consortia.life_sheets import signs_in, steps_in
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.visions.book import VisionBook
from kdc_desktop.services.visions.readiness_columns import state_in


def life_told(source: Source, consortium: Consortium) -> Iterator[str]:
    """How far it is, how often it was asked, who left, and what was heard of it last.

    Of a consortium about which no step was said, that was never asked again, nothing is told.
    """
    steps = [step for step in source.once(steps_in) if step.consortium_id == consortium.id]
    since = steps[-1].at if steps else consortium.let_go_at
    if since is not None:
        state = STATE_WORDS[state_in(source, consortium)]
        yield _("State: {state}, since {day}.", state=state, day=_day(source, since))
    if consortium.look_again_on is not None:
        yield _("The club looks again on {day}.", day=full_date_text(consortium.look_again_on))
    yield from _asked(source, consortium)
    notes = source.once(VisionBook).of.members_of(consortium)
    if left := [note.name for note in notes if note.has_left]:
        yield _("No longer in it: {names}.", names=listed(left))
    signs = [sign for sign in source.once(signs_in) if sign.consortium_id == consortium.id]
    for sign in signs[-1:]:
        yield _("Heard of it on {day}: {words}", day=_day(source, sign.at), words=sign.text)


def _asked(source: Source, consortium: Consortium) -> Iterator[str]:
    book = source.once(VisionBook)
    shown = [
        asking.revealed_at
        for asking in book.askings.values()
        if asking.consortium_id == consortium.id and asking.revealed_at is not None
    ]
    if len(shown) > len(book.versions_of(consortium)):
        yield ngettext(
            "It was asked {count} time where it stands, last on {day}.",
            "It was asked {count} times where it stands, last on {day}.",
            len(shown),
            day=_day(source, max(shown)),
        )


def _day(source: Source, at: Instant) -> str:
    return full_date_text(day_of(at, source.zone))
