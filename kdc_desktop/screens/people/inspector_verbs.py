"""Does what the forms beside the tables ask for."""

from collections.abc import Callable
from functools import partial
from typing import Any

from kdc_desktop.domain.kit.remembering import forget_words
from kdc_desktop.domain.kit.text import several_names
from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.doing import Doing
from kdc_desktop.screens.kit.screen import Done
from kdc_desktop.screens.people.inspector import PeopleInspector
from kdc_desktop.services.people import capacities, consents, forgetting, organisations, people
from kdc_desktop.services.people.choosing_sectors import choose_sector
from kdc_desktop.services.people.joins import PeopleJoins
from kdc_desktop.storage import Database


class InspectorVerbs:
    """Of one inspector; `attempt` and `doing` are of its screen, `shown` shows what is selected."""

    def __init__(
        self,
        inspector: PeopleInspector,
        database: Database,
        joins: PeopleJoins,
        attempt: Callable[..., object],
        doing: Doing,
        shown: Callable[[], object],
    ) -> None:
        self._inspector, self._database, self._joins = inspector, database, joins
        self._attempt, self._doing, self._shown = attempt, doing, shown
        self._connect_person()
        self._connect_organisation()

    def _connect_person(self) -> None:
        person = self._inspector.person
        person.edited.connect(self._change_person)
        person.consent_said.connect(
            lambda key, kind, given, source: self._do(
                consents.say_consent, key, ConsentKind(kind), given, source
            )
        )
        person.remove_wanted.connect(
            lambda key: self._do(forgetting.remove_person, key, self._joins)
        )
        person.forget_wanted.connect(self._forget)

    def _connect_organisation(self) -> None:
        organisation = self._inspector.organisation
        organisation.edited.connect(self._change_organisation)
        organisation.remove_wanted.connect(
            lambda key: self._do(
                organisations.remove_organisation, key, self._joins.organisation_trails
            )
        )
        organisation.department_wanted.connect(self._add_departments)
        organisation.rename_wanted.connect(
            lambda key, name: self._do(organisations.rename_department, key, name)
        )
        self._inspector.several.sector_wanted.connect(
            lambda keys, letter: self._do(choose_sector, keys, letter)
        )
        organisation.department_unwanted.connect(
            lambda key: self._do(
                organisations.remove_department, key, self._joins.organisation_trails
            )
        )

        organisation.size_said.connect(lambda key, size: self._do(capacities.say_size, key, size))
        organisation.limit_said.connect(
            lambda key, most: self._do(capacities.limit_groups, key, most)
        )
        organisation.part_limit_typed.connect(self._limit_part)

    def _limit_part(self, department_id: int, typed: str) -> None:
        read = self._attempt(capacities.number_of_groups, typed)
        if isinstance(read, Done):
            self._do(capacities.limit_groups_of_department, department_id, read.answer)

    def _add_departments(self, organisation_id: int, typed: str) -> None:
        """One or several; what is refused stays where it was typed."""
        left = [
            name
            for name in several_names(typed) or [typed]
            if self._attempt(organisations.add_department, self._database, organisation_id, name)
            is None
        ]
        rest = "; ".join(left)  # untranslated: as it is typed
        self._inspector.organisation.go_on(rest)
        self._shown()

    def _change_person(self, person_id: int, values: dict[str, Any]) -> None:
        self._attempt(people.change_person, self._database, person_id, **values)
        self._inspector.person.take_back()

    def _forget(self, person_id: int) -> None:
        """The whole file is written anew for it, so it is always a job."""
        verb = partial(forgetting.replace_by_pseudonym, self._database, person_id)
        self._doing.in_job(_("Replacing a name everywhere"), verb, self._show_forgotten)

    def _show_forgotten(self, _pseudonym: str) -> None:
        forget_words()
        self._shown()

    def _change_organisation(self, organisation_id: int, values: dict[str, str]) -> None:
        self._attempt(organisations.change_organisation, self._database, organisation_id, **values)
        self._inspector.organisation.take_back()

    def _do(self, verb: Callable[..., object], *args: object) -> None:
        self._attempt(verb, self._database, *args)
        self._shown()
