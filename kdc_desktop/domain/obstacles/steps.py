"""What happened to an obstacle step by step, in words."""

from collections.abc import Mapping

from kdc_desktop.domain.obstacles.states import ObstacleEvent
from kdc_desktop.i18n import Text, plazy

EVENT_WORDS: Mapping[ObstacleEvent, Text] = {
    ObstacleEvent.RAISED: plazy("what happened to an obstacle", "raised"),
    ObstacleEvent.NOTED: plazy("what happened to an obstacle", "heard of"),
    ObstacleEvent.CHANGED: plazy("what happened to an obstacle", "told in other words"),
    ObstacleEvent.HANDED_ON: plazy("what happened to an obstacle", "handed on"),
    ObstacleEvent.NEXT_STEP: plazy("what happened to an obstacle", "next step set"),
    ObstacleEvent.SOLVED: plazy("what happened to an obstacle", "solved"),
    ObstacleEvent.BACK: plazy("what happened to an obstacle", "back"),
}
