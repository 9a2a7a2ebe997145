"""What a cluster may be called."""

from kdc_desktop.domain.kit.lengths import HEADING
from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, ngettext

LONGEST_NAME = HEADING


def checked_name(name: str, others: list[str]) -> str:
    """The name on one line.

    Raises:
        UserError: it is empty, too long, or one of the others.
    """
    name = on_one_line(name)
    if not name:
        raise UserError(_("Give the cluster a name first."))
    if len(name) > LONGEST_NAME:
        raise UserError(
            ngettext(
                "Shorten the name of the cluster to {count} character.",
                "Shorten the name of the cluster to {count} characters.",
                LONGEST_NAME,
            )
        )
    if any(other.casefold() == name.casefold() for other in others):
        raise UserError(_("There is a cluster {name} already. Choose another name.", name=name))
    return name
