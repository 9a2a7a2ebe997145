"""The journal: every edit of a club file, with each row's image before and after."""

from sqlalchemy import BigInteger, Index, LargeBinary, cast
from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.kit.actors import ActorKind, Way
from kdc_desktop.domain.kit.lengths import NAME
from kdc_desktop.instants import Instant
from kdc_desktop.model.base import Base, key, link, word
from kdc_desktop.model.values import Own, Written


class JournalEntry(Base):
    """One edit: what was done, as a message and its arguments, when, by whom and in which way."""

    __tablename__ = "journal_entry"
    __table_args__ = (  # everybody's next undo and redo are found at once in a long journal
        Index(None, "actor", "actor_key", "undoable", "undone_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = key()
    session_id: Mapped[int | None]  # no foreign key: the journal outlives what it tells of
    label: Mapped[str] = mapped_column(Own())
    at: Mapped[Instant]
    undoable: Mapped[bool]
    undone_at: Mapped[Instant | None] = mapped_column(default=None)
    # What is put into the places of `label`, as JSON of `i18n.Text`; without it, `label` is words.
    arguments: Mapped[str | None] = mapped_column(Own(), default=None)
    # Who did it, as `domain.kit.actors` says; what is older than these columns the facilitator did.
    actor: Mapped[ActorKind] = mapped_column(
        word(ActorKind), server_default=ActorKind.FACILITATOR.value
    )
    actor_key: Mapped[int | None] = mapped_column(BigInteger, default=None)
    way: Mapped[Way] = mapped_column(word(Way), server_default=Way.HAND.value)


LABEL_AS_KEPT = (
    cast(JournalEntry.label, LargeBinary).label("label"),
    cast(JournalEntry.arguments, LargeBinary).label("arguments"),
)
"""The two columns of a label for `storage.labels.label_of`, which words whatever stands there."""


class JournalChange(Base):
    """One row that an edit touched; images are JSON, None where the row did not exist."""

    __tablename__ = "journal_change"
    __table_args__ = (  # what has become of one row is found at once
        Index(None, "table_name", "row_key"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = key()
    entry_id: Mapped[int] = link("journal_entry.id")
    table_name: Mapped[str] = mapped_column(Written(NAME))
    row_key: Mapped[str] = mapped_column(Own())
    before: Mapped[str | None] = mapped_column(Own())
    after: Mapped[str | None] = mapped_column(Own())
