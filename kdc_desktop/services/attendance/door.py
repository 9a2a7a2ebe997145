"""At the door: people come, leave and come back, and walk in without being on a list."""

from sqlalchemy import select

from kdc_desktop.domain.attendance.codes import is_no_name
from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.kit.lengths import NAME, not_longer
from kdc_desktop.domain.kit.text import normalise, on_one_line
from kdc_desktop.domain.people.one_line import name_and_organisation
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model.attendance import Attendance, Passage
from kdc_desktop.model.people import Person
from kdc_desktop.services.attendance.entries import attendance_of, name_of, told_of
from kdc_desktop.services.people.known_twice import known_as
from kdc_desktop.services.people.organisations import organisation_id_for, organisation_meant
from kdc_desktop.storage import Database, Edit, Snapshot


def check_in(database: Database, session_id: int, person_id: int) -> int:
    """Somebody known arrives, registered or not; returns the id of their attendance.

    Checking in twice changes nothing.
    """
    said = fillable("Checked in {name}"), fillable("Checked in {name} of {organisation}")
    with database.edit(told_of(database, person_id, *said)) as edit:
        return _arrive(edit, session_id, person_id, database.now())


def leave(database: Database, session_id: int, person_id: int) -> None:
    """Somebody who is present goes; polls that open from now on do without them.

    Raises:
        UserError: they are not here.
    """
    name = name_of(database, person_id)
    with database.edit(lazy("{name} left", name=name)) as edit:
        found = attendance_of(edit, session_id, person_id)
        if found is None or found.state is not AttendanceState.PRESENT:
            raise UserError(_("{name} is not here. Check them in first.", name=name))
        found.state = AttendanceState.LEFT
        edit.add(Passage(attendance_id=found.id, at=database.now(), inwards=False))


def come_back(database: Database, session_id: int, person_id: int) -> None:
    """Somebody who had left is here again."""
    with database.edit(lazy("{name} came back", name=name_of(database, person_id))) as edit:
        _arrive(edit, session_id, person_id, database.now())


def walk_in(
    database: Database,
    session_id: int,
    name: str,
    organisation_name: str = "",
    sector: str | None = None,
    *,
    anew: bool = False,
) -> int:
    """Somebody who is on no list arrives; returns the id of the person.

    `name` may hold both, "Aino Laine, Harbour Mobility". An organisation that is not known yet
    gets `sector`, or the one that its name tells, or none; without one they are a resident.
    Somebody known by this name in this organisation is checked in and not added again, unless
    `anew` says that this is somebody else.

    Raises:
        UserError: there is no name but none or a code, or the one person of this name is here.
    """
    if not organisation_name:
        name, organisation_name = name_and_organisation(name)
    name = on_one_line(name)
    _see_names(name, organisation_name)
    with database.edit(lazy("Checked in {name}", name=name)) as edit:
        now = database.now()  # one for both: by that a walk-in is known who is taken back
        called_so = [] if anew else _known_as(edit, name, organisation_name)
        if len(called_so) == 1:
            (person_id,) = called_so
            _see_not_here(edit, session_id, person_id, name)
        else:
            organisation_id = organisation_id_for(edit, organisation_name, sector)
            person_id = _add(edit, name, organisation_id, now)
        _arrive(edit, session_id, person_id, now)
        return person_id


def _see_names(name: str, organisation_name: str) -> None:
    if not name:
        raise UserError(_("Type a name, then a comma and the organisation if there is one."))
    if is_no_name(name):
        raise UserError(
            _(
                "“{code}” looks like a code that nobody here has. Find the person by name, or type"
                " the name of somebody new.",
                code=name,
            )
        )
    not_longer(name, NAME, fillable("Shorten the name to {longest} characters; it has {length}."))
    not_longer(
        organisation_name,
        NAME,
        fillable("Shorten the name of the organisation to {longest} characters; it has {length}."),
    )


def _add(edit: Edit, name: str, organisation_id: int | None, now: Instant) -> int:
    person = Person(name=name, organisation_id=organisation_id, created_at=now)
    edit.add(person)
    edit.flush()
    return person.id


def _known_as(snapshot: Snapshot, name: str, organisation_name: str) -> list[int]:
    """Who is known by this name in this organisation, or as a resident without one."""
    organisation = organisation_meant(snapshot, organisation_name)
    if organisation is None and on_one_line(organisation_name):
        return []
    of_it = select(Person.id, Person.name).where(
        Person.organisation_id == (None if organisation is None else organisation.id)
    )
    others = known_as(snapshot)
    found = dict.fromkeys(
        others[key].into_id if key in others else key
        for key, known_name in snapshot.execute(of_it)
        if normalise(known_name) == normalise(name)
    )
    return list(found)


def _see_not_here(snapshot: Snapshot, session_id: int, person_id: int, name: str) -> None:
    attended = attendance_of(snapshot, session_id, person_id)
    if attended is not None and attended.state is AttendanceState.PRESENT:
        raise UserError(
            _(
                "{name} is here already. For somebody else of this name, press Shift+Enter.",
                name=name,
            )
        )


def _arrive(edit: Edit, session_id: int, person_id: int, now: Instant) -> int:
    found = attendance_of(edit, session_id, person_id)
    if found is None:
        found = Attendance(
            session_id=session_id, person_id=person_id, state=AttendanceState.REGISTERED
        )
        edit.add(found)
        edit.flush()
    if found.state is not AttendanceState.PRESENT:
        found.state = AttendanceState.PRESENT
        found.arrived_at = found.arrived_at or now
        edit.add(Passage(attendance_id=found.id, at=now, inwards=True))
    return found.id
