"""Note what a consortium gives back: a guess before, a measure after."""

from typing import NamedTuple

from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.kit.lengths import LINE, not_longer
from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, fillable, lazy, number_text
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.gains import Gain
from kdc_desktop.model.values import MINUTES_A_DAY, MOST_PEOPLE
from kdc_desktop.storage import Database

_LONG_NAME = fillable("Shorten who said it to {longest} characters; it has {length}.")
_LONG_NOTE = fillable("Shorten the note to {longest} characters; it has {length}.")


class GainSaid(NamedTuple):
    """How many minutes a day for how many people, and between what that lies, where it is known."""

    minutes: float
    people: int
    minutes_least: float | None = None
    minutes_most: float | None = None
    people_least: int | None = None
    people_most: int | None = None


def note_gain(
    database: Database,
    consortium_id: int,
    way: GainWay,
    said: GainSaid,
    said_by: str = "",
    note: str = "",
) -> int:
    """Note what a consortium gives back, as it is guessed or measured now; the id of that.

    What was said before stays known. Minutes below nothing are taken from people.

    Raises:
        UserError: a number is out of reach, or does not lie between its ends.
    """
    _check(said)
    said_by = not_longer(on_one_line(said_by), LINE, _LONG_NAME)
    note = not_longer(on_one_line(note), LINE, _LONG_NOTE)
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
    with database.edit(_label(way, name)) as edit:
        edit.get_one(Consortium, consortium_id)
        gain = Gain(
            consortium_id=consortium_id,
            way=way,
            at=database.now(),
            said_by=said_by,
            note=note,
            **said._asdict(),
        )
        edit.add(gain)
        edit.flush()
        return gain.id


def remove_gain(database: Database, gain_id: int) -> None:
    """It was not said, or not of this consortium; what was said before counts again."""
    with database.read() as snapshot:
        gain = snapshot.get_one(Gain, gain_id)
        name = snapshot.get_one(Consortium, gain.consortium_id).name
    label = lazy("Removed a line on what {consortium} gives back", consortium=name)
    with database.edit(label) as edit:
        edit.delete(edit.get_one(Gain, gain_id))


def _label(way: GainWay, name: str) -> Text:
    if way is GainWay.MEASURED:
        return lazy("Measured what {consortium} gives back", consortium=name)
    return lazy("Guessed what {consortium} gives back", consortium=name)


def _check(said: GainSaid) -> None:
    minutes = said.minutes_least, said.minutes, said.minutes_most
    people = said.people_least, said.people, said.people_most
    if any(one is not None and not abs(one) <= MINUTES_A_DAY for one in minutes):
        most = number_text(round(MINUTES_A_DAY))
        raise UserError(_("A day has {most} minutes: write fewer than that.", most=most))
    if any(one is not None and not 0 <= one <= MOST_PEOPLE for one in people):
        most = number_text(MOST_PEOPLE)
        raise UserError(_("Write how many people it is for, from 0 to {most}.", most=most))
    if not _in_order(*minutes):
        raise UserError(_("Of the minutes, “at least” is the lowest and “at most” the highest."))
    if not _in_order(*people):
        raise UserError(_("Of the people, “at least” is the lowest and “at most” the highest."))


def _in_order(*numbers: float | None) -> bool:
    said = [one for one in numbers if one is not None]
    return said == sorted(said)
