"""What a session takes further."""

from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.kit.lengths import TEXT
from kdc_desktop.model.base import Base, FreeText, key, link
from kdc_desktop.model.values import Whole, Written


class Winner(Base):
    """What the session takes further, usually out of a poll: an idea, a cluster, or an option that
    was written for a poll alone, which is known by `option_id` and by nothing else.
    """

    __tablename__ = "winner"

    id: Mapped[int] = key()
    session_id: Mapped[int] = link("session.id")
    title: Mapped[FreeText] = mapped_column(Written(TEXT))
    idea_id: Mapped[int | None] = link("idea.id", nullable=True)
    cluster_id: Mapped[int | None] = link("cluster.id", nullable=True)
    option_id: Mapped[int | None] = link("option.id", nullable=True)
    place_in_order: Mapped[int] = mapped_column(Whole())
