"""What belongs to the club file as a whole."""

from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.kit.lengths import NAME
from kdc_desktop.model.base import Base, FreeText, Plain
from kdc_desktop.model.values import Json, Written


class Setting(Base):
    """A setting of the club: a name and a JSON value."""

    __tablename__ = "setting"
    __table_args__ = {}

    name: Mapped[Plain] = mapped_column(Written(NAME), primary_key=True)
    value: Mapped[FreeText] = mapped_column(Json())
