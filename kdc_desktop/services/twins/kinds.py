"""Which rows of two versions are compared, by what they are called and what they say."""

from collections.abc import Mapping
from dataclasses import dataclass

from kdc_desktop.i18n import Text
from kdc_desktop.model import Base
from kdc_desktop.services.twins.rows import TwinNoun


@dataclass(frozen=True)
class TwinKind:
    """Rows of one table: columns that name a row, and those that are compared, with captions.

    Of what is `private` nothing else is told, not even whose it is.
    """

    noun: TwinNoun
    entity: type[Base]
    title: tuple[str, ...]
    said: Mapping[str, Text]
    private: Text | None = None

    @property
    def table(self) -> str:
        """The name of the table."""
        return str(self.entity.__tablename__)
