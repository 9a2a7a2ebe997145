"""What belongs to the club file as a whole."""

from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.model.base import Base, FreeText, Plain


class Setting(Base):
    """A setting of the club: a name and a JSON value."""

    __tablename__ = "setting"
    __table_args__ = {}

    name: Mapped[Plain] = mapped_column(primary_key=True)
    value: Mapped[FreeText]
