"""How it is told how far a consortium is."""

from collections.abc import Mapping

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.i18n import Text, plazy

STATE_WORDS: Mapping[ConsortiumState, Text] = {
    ConsortiumState.FORMING: plazy("state of a consortium", "forming"),
    ConsortiumState.VISIONING: plazy("state of a consortium", "working on its vision"),
    ConsortiumState.READY: plazy("state of a consortium", "ready"),
    ConsortiumState.LET_GO: plazy("state of a consortium", "let go"),
    ConsortiumState.RUNNING: plazy("state of a consortium", "running"),
    ConsortiumState.ENDED: plazy("state of a consortium", "ended"),
    ConsortiumState.STOPPED: plazy("state of a consortium", "stopped"),
}
