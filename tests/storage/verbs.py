"""Every verb of the services, each with a way to draw what it is given.

A new verb joins by one line in the table of its nouns (undoable) or in `LASTING` (not undoable).
"""

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person
from kdc_desktop.services.club import settings as club_settings
from kdc_desktop.services.people import forgetting
from tests.storage.draw import Verb
from tests.storage.verbs_with_consortia import WITH_CONSORTIA
from tests.storage.verbs_with_going import WITH_GOING
from tests.storage.verbs_with_ideas import WITH_IDEAS
from tests.storage.verbs_with_obstacles import WITH_OBSTACLES
from tests.storage.verbs_with_people import WITH_PEOPLE
from tests.storage.verbs_with_polls import LASTING_ON_POLLS
from tests.storage.verbs_with_years import WITH_YEARS

_OVER_YEARS = WITH_YEARS | WITH_OBSTACLES | WITH_GOING
VERBS: dict[str, Verb] = WITH_PEOPLE | WITH_IDEAS | WITH_CONSORTIA | _OVER_YEARS
LASTING: dict[str, Verb] = LASTING_ON_POLLS | {
    "replace_by_pseudonym": lambda db, d: forgetting.replace_by_pseudonym(db, d.id(Person)),
    "remember": lambda db, d: club_settings.remember(
        db, d.one_of("a", "b"), d.text(), lazy("Remembered")
    ),
}
