"""How the sizes of organisations are called."""

from collections.abc import Mapping

from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.i18n import Text, lazy

SIZE_WORDS: Mapping[OrganisationSize, Text] = {
    OrganisationSize.START_UP: lazy("Start-up"),
    OrganisationSize.SMALL: lazy("Small"),
    OrganisationSize.LARGE: lazy("Large"),
}
