"""What consortia give back to people a day: guesses and measures, none written over."""

from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.kit.lengths import LINE
from kdc_desktop.instants import Instant
from kdc_desktop.model.base import Base, FreeText, PersonName, key, link, word
from kdc_desktop.model.values import MINUTES_A_DAY, MOST_PEOPLE, Measure, Whole, Written


class Gain(Base):
    """How many minutes a day a consortium gives back to how many people, as somebody said then.

    Of each way the newest counts. Between `minutes_least` and `minutes_most` it lies very likely,
    and so with the people; None where nobody has said how sure it is.
    """

    __tablename__ = "gain"

    id: Mapped[int] = key()
    consortium_id: Mapped[int] = link("consortium.id")
    way: Mapped[GainWay] = mapped_column(word(GainWay))
    minutes: Mapped[float] = mapped_column(Measure(-MINUTES_A_DAY, MINUTES_A_DAY))
    minutes_least: Mapped[float | None] = mapped_column(Measure(-MINUTES_A_DAY, MINUTES_A_DAY))
    minutes_most: Mapped[float | None] = mapped_column(Measure(-MINUTES_A_DAY, MINUTES_A_DAY))
    people: Mapped[int] = mapped_column(Whole(0, MOST_PEOPLE))
    people_least: Mapped[int | None] = mapped_column(Whole(0, MOST_PEOPLE))
    people_most: Mapped[int | None] = mapped_column(Whole(0, MOST_PEOPLE))
    at: Mapped[Instant]
    said_by: Mapped[PersonName] = mapped_column(Written(LINE), default="")
    note: Mapped[FreeText] = mapped_column(Written(LINE), default="")
