"""Works out what the rows of projects and of their members would do."""

from typing import Protocol

from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.text import fold, normalise
from kdc_desktop.domain.past.layout import PastCell
from kdc_desktop.domain.past.moments import day_said
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, sentences
from kdc_desktop.interchange.past_in import PastLine
from kdc_desktop.services.past.known import KnownPast
from kdc_desktop.services.past.people import PastPerson
from kdc_desktop.services.past.plan import PastPlan, PlannedMember, PlannedProject, PlannedSession

LONGEST_PROJECT = 80  # as a consortium's name


class ToldBefore(Protocol):
    """What the rows of other sheets say; both refuse with a sentence what they do not know."""

    def session_called(self, name: str) -> PlannedSession:
        """The session that a row names."""

    def person(self, line: PastLine) -> PastPerson:
        """Whom a row names."""


class ProjectPlanner:
    """Goes through these rows, in the order of the sheets."""

    def __init__(self, known: KnownPast, plan: PastPlan, told: ToldBefore) -> None:
        self._known, self._plan, self._whose = known, plan, told
        self._projects: dict[str, PlannedProject] = {}
        self._placed = set[tuple[int, object]]()

    def project(self, line: PastLine) -> tuple[MatchState, str]:
        """A project: with a session, and known or new in that."""
        cells = line.cells
        name = cells[PastCell.PROJECT]
        if not name:
            raise UserError(_("Give the project a name."))
        if fold(name) in self._projects:
            raise UserError(_("Another row has this name: tell the projects apart."))
        session = self._whose.session_called(cells[PastCell.SESSION])
        since = day_said(cells[PastCell.SINCE])
        if cells[PastCell.SINCE] and since is None:
            text = cells[PastCell.SINCE]
            raise UserError(_("“{text}” is no date: write it as 2016-10-05.", text=text))
        known = self._known.consortia.get((session.id, fold(name)))
        planned = PlannedProject(
            known or -1 - len(self._plan.projects),
            *(session.id, name, cells[PastCell.OWNER], cells[PastCell.STATE], since),
            cells[PastCell.VISION],
        )
        self._projects[fold(name)] = planned
        if known is not None:
            return MatchState.SAME, _("{name} is known.", name=name)
        self._plan.projects.append(planned)
        said = [_("{name} is new.", name=name)]
        if planned.state and not planned.vision:
            said.append(_("Without a vision its state in words is not kept."))
        return MatchState.NEW, sentences(said)

    def member(self, line: PastLine) -> tuple[MatchState, str]:
        """Somebody in a project, or an organisation."""
        project = self._project_called(line.cells[PastCell.PROJECT])
        organisation, told = line.cells[PastCell.ORGANISATION], line.cells[PastCell.ROLE]
        if not organisation and not line.cells[PastCell.NAME]:
            raise UserError(_("Say who is a member: a person, or an organisation."))
        person = self._whose.person(line) if line.cells[PastCell.NAME] else None
        if person is not None and person.waits:
            return person.found.state, person.found.sentence
        roles = {fold(str(words)): role for role, words in ROLE_WORDS.items()}
        role = roles.get(fold(told), MemberRole.PARTNER)
        who = person.found.person.name if person else organisation
        if self._is_in(project, organisation, person):
            return MatchState.SAME, _("{name} is in {project}.", name=who, project=project.name)
        self._plan.members.append(
            PlannedMember(project.id, project.session_id, organisation, person, role)
        )
        said = [_("{name} joins {project}.", name=who, project=project.name)]
        if told and fold(told) not in roles:
            said.append(_("“{text}” is no role in a project: a partner.", text=told))
        return MatchState.NEW, sentences(said)

    def _is_in(self, project: PlannedProject, organisation: str, person: PastPerson | None) -> bool:
        """Whether they are, or a row before says so; who speaks in one project stays there."""
        key = None if person is None else person.found.person_id or ("new", person.place)
        if organisation and person is None:
            there = (project.id, normalise(organisation)) in self._known.members
        elif organisation:
            there = (project.session_id, key) in self._known.delegates
        else:
            there = (project.id, key) in self._known.residents
        mark = (project.id, key or normalise(organisation))
        again = mark in self._placed
        self._placed.add(mark)
        return there or again

    def _project_called(self, name: str) -> PlannedProject:
        if not name:
            raise UserError(_("Say which project: as in the sheet of projects."))
        planned = self._projects.get(fold(name))
        if planned is not None:
            return planned
        born_in = self._known.born_in.get(fold(name), ())
        if len(born_in) != 1:
            raise UserError(_("There is no project “{name}”: add it.", name=name))
        (session_id,) = born_in
        known = self._known.consortia[session_id, fold(name)]
        return PlannedProject(known, session_id, name, "", "", None, "")
