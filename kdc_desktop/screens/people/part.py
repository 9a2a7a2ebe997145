"""What a noun above shows and asks in the panel of a person and of an organisation."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kdc_desktop.screens.kit.screen import Screen


class InspectorPart(QWidget):
    """A part of the panel, below the notes; `tables` are those that it reads."""

    tables: frozenset[str] = frozenset()

    def show_person(self, person_id: int) -> None:
        """Show what there is of this person."""

    def show_organisation(self, organisation_id: int) -> None:
        """Show what there is of this organisation and its departments."""


MakePart = Callable[[Screen], InspectorPart]
"""Makes a part for the panel of a screen, whose `attempt` calls verbs."""
