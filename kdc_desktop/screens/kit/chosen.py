"""What is said where something would be done to what is chosen, and that was out of sight."""

from kdc_desktop.i18n import _


def member_is_chosen(name: str) -> str:
    """Nothing was done yet to this person, or to this organisation."""
    return _("{name} is chosen. Do it again if you mean it.", name=name)


def consortium_is_chosen(name: str) -> str:
    """Nothing was done yet to this consortium."""
    return _("The consortium “{name}” is chosen. Do it again if you mean it.", name=name)
