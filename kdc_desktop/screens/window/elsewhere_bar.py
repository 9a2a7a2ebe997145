"""Says over every screen that one looks into another session than the live one, and leads back."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.plain import plain_caption, set_tip
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.storage import Database

_LONGEST = 40  # letters of a title on the button


class ElsewhereBar(QFrame):
    """Is there while a session goes on and another one is open."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "elsewhere")
        self._live: Callable[[], SessionRow | None] = lambda: None
        self._open: Callable[[int], object] = lambda _session_id: None
        self._words = plain_label("", "", self, wrap=True)
        self._words.setObjectName("elsewhere_words")
        self.button = QPushButton(self)
        self.button.setObjectName("back_to_live")
        self.button.setIcon(theme.icon("arrow-left"))
        once(self.button)
        self.button.clicked.connect(lambda _on: self.lead_back())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(12)
        row.addWidget(self.button)
        row.addWidget(self._words, 1)
        self.hide()

    def follow(
        self, database: Database, walk: SessionWalk, open_session: Callable[[int], object]
    ) -> None:
        """Be there from now on whenever another session than the live one is open."""
        from kdc_desktop.services.sessions.listing import live_beside

        self._live = lambda: live_beside(database, walk.session)
        self._open = open_session
        walk.moved.connect(lambda: self._look(walk.session))

    def lead_back(self) -> bool:
        """Lead to the session that goes on, if one does which is not open here; whether it did."""
        live = self._live()
        if live is not None:
            self._open(live.id)
        return live is not None

    def _look(self, shown: SessionRow | None) -> None:
        live = self._live()
        if live is not None and shown is not None:
            self._words.setText(_told(shown))
            text = _("Back to “{session}”", session=shortened(live.title, _LONGEST))
            self.button.setText(plain_caption(text))
            set_tip(self.button, _("{action} ({keys})", action=text, keys="Ctrl+G"))
        self.setVisible(live is not None and shown is not None)


def _told(shown: SessionRow) -> str:
    if shown.status is SessionStatus.CLOSED:
        return _(
            "You look into “{session}”, which is closed. What you write is written there.",
            session=shown.title,
        )
    return _(
        "You look into “{session}”, which is planned. What you write is written there.",
        session=shown.title,
    )
