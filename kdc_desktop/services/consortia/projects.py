"""Projects of the club: added from outside any session, described, taken care of by somebody."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.lengths import TEXT, not_longer
from kdc_desktop.domain.kit.text import on_one_line, trimmed
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy
from kdc_desktop.instants import day_of
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.people import Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.consortia.forming import named
from kdc_desktop.services.consortia.joining import Joiner, join_in
from kdc_desktop.services.consortia.steps import add_step
from kdc_desktop.services.consortia.worked_on import of_the_club
from kdc_desktop.services.kit.club_zone import club_zone_of
from kdc_desktop.storage import Database, Edit

_TOO_LONG = fillable("Shorten what it is about to {longest} characters; it has {length}.")


class NewProject(NamedTuple):
    """What is known of a project when it comes to the club."""

    name: str
    about: str = ""
    owner_id: int | None = None
    members: Collection[Joiner] = ()
    state: ConsortiumState = ConsortiumState.FORMING


def add_project(database: Database, project: NewProject) -> int:
    """Take in a project that was born outside any session; its id.

    Raises:
        UserError: it has no name, one of that name is there, or too much is said of it.
    """
    name, about = named(project.name), _about(project.about)
    now = database.now()
    with database.edit(lazy("Added the project {project}", project=name)) as edit:
        _check_name(edit, name)
        place = edit.scalar(select(func.max(Consortium.place_in_order))) or 0
        made = Consortium(
            name=name,
            about=about,
            place_in_order=place + 1,
            created_at=now,
            owner_id=_owner(edit, project.owner_id),
        )
        edit.add(made)
        edit.flush()
        for joiner in project.members:
            join_in(edit, made.id, joiner, MemberRole.PARTNER, now)
        if project.state is not ConsortiumState.FORMING:
            add_step(edit, made.id, project.state, now)
        return made.id


def describe(database: Database, consortium_id: int, about: str) -> None:
    """Say what a consortium is about."""
    about = _about(about)
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
    with database.edit(lazy("Said what {consortium} is about", consortium=name)) as edit:
        edit.get_one(Consortium, consortium_id).about = about


def name_owner(database: Database, consortium_id: int, person_id: int | None) -> None:
    """Say who of the club takes care of a consortium; None: nobody for now."""
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
        owner = None if person_id is None else snapshot.get_one(Person, person_id).name
    label = (
        lazy("Nobody takes care of {consortium} for now", consortium=name)
        if owner is None
        else lazy("{person} takes care of {consortium}", person=owner, consortium=name)
    )
    with database.edit(label) as edit:
        edit.get_one(Consortium, consortium_id).owner_id = _owner(edit, person_id)


def look_again(database: Database, consortium_id: int, on: date | None) -> None:
    """Say on which day the club looks at a consortium again; None: on no day.

    Raises:
        UserError: the day has passed.
    """
    if on is not None and on < day_of(database.now(), club_zone_of(database)):
        raise UserError(_("This day has passed. Choose one to come, or none."))
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
    label = (
        lazy("On no day {consortium} is looked at again", consortium=name)
        if on is None
        else lazy("{consortium} is looked at again on a day", consortium=name)
    )
    with database.edit(label) as edit:
        edit.get_one(Consortium, consortium_id).look_again_on = on


def _about(text: str) -> str:
    return not_longer(trimmed(text), TEXT, _TOO_LONG)


def _owner(edit: Edit, person_id: int | None) -> int | None:
    """Raises GoneError where whoever should take care has been removed meanwhile."""
    return None if person_id is None else edit.get_one(Person, person_id).id


def _check_name(edit: Edit, name: str) -> None:
    there = edit.scalars(
        select(Consortium.name)
        .outerjoin(Session, Session.id == Consortium.session_id)
        .where(of_the_club())
    )
    if any(on_one_line(one).casefold() == name.casefold() for one in there):
        raise UserError(
            _(
                "The club has a consortium called {consortium} already. Open it, or choose another "
                "name.",
                consortium=name,
            )
        )
