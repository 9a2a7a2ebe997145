"""A row that is not there any more."""

from kdc_desktop.model import Base


class GoneError(LookupError):
    """There is no row of a key that the caller gave: another hand has removed it meanwhile.

    It is told in a sentence. A query that finds less than it must is a bug, and is not.
    """

    def __init__(self, entity: type[Base]) -> None:
        super().__init__(entity.__tablename__)
