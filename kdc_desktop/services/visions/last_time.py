"""What an earlier session leaves to the next one: what became of it, what is due, who comes."""

from collections.abc import Mapping

from kdc_desktop.domain.consortia.states import WITH_THE_CLUB
from kdc_desktop.domain.consortia.steps import STATE_WORDS
from kdc_desktop.i18n import Text, lazy, listed, nlazy
from kdc_desktop.services.attendance.inviting import people_of
from kdc_desktop.services.consortia.people_of import people_of_consortia
from kdc_desktop.services.offers.still_open import still_offered
from kdc_desktop.services.sessions.beginning import (
    Invited,
    LastTime,
    OverdueLine,
    TakeUpChoice,
)
from kdc_desktop.services.visions.club import consortia_now
from kdc_desktop.services.visions.due import Due, DueAsking, Reason, due_of
from kdc_desktop.services.visions.fates import fates
from kdc_desktop.services.visions.late_words import late_words, silent_words
from kdc_desktop.storage import Database


def last_time(database: Database, session_id: int) -> LastTime:
    """What is told of an earlier session, and what of the club is due beside it.

    Whatever is due to be asked or looked at comes first among the consortia.
    """
    with database.read() as snapshot:
        known = consortia_now(snapshot)
        still = due_of(snapshot, known, database.now())
        people = people_of_consortia(snapshot)
        invited = {
            Invited.LAST_TIME: people_of(snapshot, session_id),
            Invited.CAME: people_of(snapshot, session_id, came=True),
            Invited.EVERY_TIME: people_of(snapshot),
            Invited.NOBODY: frozenset[int](),
        }
        became = fates(snapshot, session_id, known)
        goes_along = still_offered(snapshot)
    why, expected = _reasons(still), _expected(still)
    choices = [
        TakeUpChoice(
            one.id,
            one.name,
            STATE_WORDS[one.state],
            why.get(one.id),
            people.get(one.id, frozenset()),
            one.id in expected,
        )
        for one in known.values()
        if not one.is_over
    ]
    choices.sort(key=lambda one: (not one.is_expected, one.why is None))
    return LastTime(became, tuple(choices), _overdue(still), invited, goes_along)


def _expected(still: Due) -> set[int]:
    """Those that wait for an evening: to be asked, looked at, or helped up.

    Of what has been let go one line is enough, however long nobody has heard of it.
    """
    silent = [one.consortium for one in still.silent if one.consortium.state in WITH_THE_CLUB]
    to_ask = [one.consortium for one in still.askings]
    fallen = [one.consortium for one in still.fallen]
    return {one.id for one in (*silent, *to_ask, *fallen)}


def _reasons(still: Due) -> Mapping[int, Text]:
    """Why a consortium is due to be worked on, by its id."""
    told: dict[int, Text] = {}
    for silent in still.silent:
        told[silent.consortium.id] = silent_words(silent.days)
    for fallen in still.fallen:
        fall = fallen.fall
        told[fallen.consortium.id] = lazy(
            "{member} fell from {before} to {now}",
            member=fall.member,
            before=fall.before,
            now=fall.now,
        )
    for asking in still.askings:
        told[asking.consortium.id] = _reason(asking)
    return told


def _reason(asking: DueAsking) -> Text:
    if asking.reason is Reason.LOOK_AGAIN:
        if not asking.days:
            return lazy("to be looked at again today")
        return nlazy(
            "to be looked at again since {count} day",
            "to be looked at again since {count} days",
            asking.days,
        )
    return nlazy(
        "version {version}: {count} member has not answered",
        "version {version}: {count} members have not answered",
        asking.to_ask,
        version=asking.consortium.version_number,
    )


def _overdue(still: Due) -> tuple[OverdueLine, ...]:
    return tuple(
        OverdueLine(one.what, listed((one.member, one.consortium.name)), late_words(one.days))
        for one in still.commitments
        if one.days > 0
    )
