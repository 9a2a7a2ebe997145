"""How answers, reservations, stakes and the estimate of engagement are told."""

from collections.abc import Mapping

from kdc_desktop.domain.visions.states import (
    AnswerWay,
    Engagement,
    ReservationEvent,
    ReservationState,
    Served,
)
from kdc_desktop.i18n import Text, lazy, plazy

RESERVATION_WORDS: Mapping[ReservationState, Text] = {
    ReservationState.OPEN: plazy("state of a reservation", "open"),
    ReservationState.ADDRESSED: lazy("addressed"),
    ReservationState.LIFTED: lazy("lifted"),
    ReservationState.STANDING: plazy("state of a reservation", "standing"),
}
EVENT_WORDS: Mapping[ReservationEvent, Text] = {
    ReservationEvent.ADDRESSED: lazy("addressed by a version"),
    ReservationEvent.MET: lazy("met by a commitment"),
    ReservationEvent.ASKED_AGAIN: lazy("asked again"),
    ReservationEvent.LIFTED: lazy("lifted"),
    ReservationEvent.STANDING: lazy("left standing"),
    ReservationEvent.REOPENED: lazy("opened again"),
}
WAY_WORDS: Mapping[AnswerWay, Text] = {
    AnswerWay.HAND: plazy("how an answer came in", "by hand"),
    AnswerWay.KIOSK: plazy("how an answer came in", "at the kiosk"),
    AnswerWay.CALL: plazy("how an answer came in", "by a call"),
}
SERVED_WORDS: Mapping[Served, Text] = {
    Served.SERVED: plazy("how far a stake is served", "served"),
    Served.PARTLY: plazy("how far a stake is served", "partly"),
    Served.NOT: plazy("how far a stake is served", "not"),
}
ENGAGEMENT_WORDS: Mapping[Engagement, Text] = {
    Engagement.UNAWARE: lazy("unaware"),
    Engagement.RESISTANT: lazy("resistant"),
    Engagement.NEUTRAL: plazy("engagement of a stakeholder", "neutral"),
    Engagement.SUPPORTIVE: lazy("supportive"),
    Engagement.LEADING: plazy("engagement of a stakeholder", "leading"),
}
