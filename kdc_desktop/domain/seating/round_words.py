"""What kinds of rounds are called, and what somebody is at a table."""

from collections.abc import Mapping

from kdc_desktop.domain.seating.states import RoundKind, SeatRole
from kdc_desktop.i18n import Text, plazy

KIND_WORDS: Mapping[RoundKind, Text] = {
    RoundKind.BREAK: plazy("round of tables", "Break"),
    RoundKind.ONE_TWO_FOUR: plazy("round of tables", "1-2-4-All"),
    RoundKind.SPEED: plazy("round of tables", "Speed round"),
    RoundKind.TOPICS: plazy("round of tables", "Topics"),
}
SEAT_WORDS: Mapping[SeatRole, Text] = {
    SeatRole.GUEST: plazy("at a table", "guest"),
    SeatRole.HOST: plazy("at a table", "host"),
    SeatRole.OBSERVER: plazy("at a table", "observer"),
}
