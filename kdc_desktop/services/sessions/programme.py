"""The programme that the sessions of a club are part of: what it is for, and how much of what.

It is read with plain SQL, so that Home has it before SQLAlchemy is loaded.
"""

from typing import NamedTuple

from kdc_desktop.domain.kit.lengths import NAME, TEXT, not_longer
from kdc_desktop.domain.kit.text import on_one_line, trimmed
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy, number_text
from kdc_desktop.storage import Database

MOST = 1_000_000
"""The largest target that is taken."""
_OF_SESSION = """
SELECT id, name, goal, target, unit, people FROM programme
ORDER BY id IS (SELECT programme_id FROM session WHERE id = :session_id) DESC,
  (SELECT count(*) FROM session WHERE programme_id = programme.id AND trashed_at IS NULL) DESC, id
LIMIT 1
"""


class ProgrammeRow(NamedTuple):
    """A programme with its goal; without a target it is only said in words.

    A target for each of so many `people` comes to that many times as much.
    """

    id: int
    name: str
    goal: str
    target: int | None
    unit: str
    people: int | None = None

    @property
    def measure(self) -> str:
        """How much of what: "60 minutes a day"; empty without a target."""
        if self.target is None:
            return ""
        return _("{number} {unit}", number=number_text(self.target), unit=self.unit).strip()

    @property
    def whole(self) -> int | None:
        """What the target comes to for all of the people; None where it is not one for each."""
        return None if self.target is None or self.people is None else self.target * self.people

    @property
    def told(self) -> str:
        """Goal and measure in one line; empty while there is neither."""
        if self.goal and self.measure:
            return _("{goal} – {measure}", goal=self.goal, measure=self.measure)
        return self.goal or self.measure


def programme(database: Database, session_id: int | None = None) -> ProgrammeRow | None:
    """The programme of a session, or of the club; None where it has none yet.

    That of the club is the one of the most sessions, and those that name none belong to it.
    """
    with database.glance() as connection:
        found = connection.execute(_OF_SESSION, {"session_id": session_id}).fetchone()
    if found is None:
        return None
    key, name, goal, target, unit, people = found
    said = _words(name), _words(goal), _number(target), _words(unit), _number(people)
    return ProgrammeRow(key, *said)


def _number(said: object) -> int | None:
    return said if isinstance(said, int) else None


def _words(said: object) -> str:
    return said if isinstance(said, str) else ""


def set_programme(
    database: Database,
    *,
    goal: str,
    target: int | None = None,
    unit: str = "",
    name: str = "",
    people: int | None = None,
    programme_id: int | None = None,
) -> int:
    """What the programme of the club is for, how much of what it wants, and for how many people.

    Where the club has none yet it is made; without a name it is called as it was, or as the file.
    Returns its id.

    Raises:
        UserError: a target without a unit, a unit without a target, people without one, or a word
            that is too long.
    """
    from kdc_desktop.model.sessions import Programme

    goal, unit, name = _goal(goal), _unit(unit), _name(name)
    _check_measure(target, unit, people)
    known = programme(database)
    key = programme_id if programme_id is not None or known is None else known.id
    called = name or (known.name if known is not None else database.path.stem[:NAME])
    with database.edit(lazy("Set the goal of {programme}", programme=called)) as edit:
        found = Programme(name=called) if key is None else edit.get_one(Programme, key)
        found.name = name or found.name
        found.goal, found.target, found.unit, found.people = goal, target, unit, people
        edit.add(found)
        edit.flush()
        return found.id


def _check_measure(target: int | None, unit: str, people: int | None) -> None:
    if target is None and unit:
        raise UserError(_("Say how many {unit} you want, or leave the unit empty.", unit=unit))
    if target is not None and not unit:
        raise UserError(_("Say what the number counts, such as “minutes a day”."))
    if target is not None and not 1 <= target <= MOST:
        most = number_text(MOST)
        raise UserError(_("Choose a number from 1 to {most}.", most=most))
    if target is None and people is not None:
        raise UserError(_("Say how much each of these people should have, or leave them out."))
    if people is not None and not 1 <= people <= MOST:
        most = number_text(MOST)
        raise UserError(_("Choose from 1 to {most} people.", most=most))


def _goal(goal: str) -> str:
    too_long = fillable("Shorten the goal to {longest} characters; it has {length}.")
    return not_longer(trimmed(goal), TEXT, too_long)


def _unit(unit: str) -> str:
    too_long = fillable("Shorten the unit to {longest} characters; it has {length}.")
    return not_longer(on_one_line(unit), NAME, too_long)


def _name(name: str) -> str:
    too_long = fillable("Shorten the name to {longest} characters; it has {length}.")
    return not_longer(on_one_line(name), NAME, too_long)
