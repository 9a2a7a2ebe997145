"""Slides: each paints itself from plain values into a space of 1920 × 1080."""

from kdc_desktop.audience.slides.base import Slide
from kdc_desktop.audience.slides.blank import BlankSlide
from kdc_desktop.audience.slides.board import BoardCluster, BoardNote, BoardSlide
from kdc_desktop.audience.slides.check_in import CheckInSlide
from kdc_desktop.audience.slides.consortia import ConsortiaSlide, ConsortiumCard
from kdc_desktop.audience.slides.interests import InterestRow, InterestsSlide
from kdc_desktop.audience.slides.one_idea import OneIdeaSlide
from kdc_desktop.audience.slides.poll import PollSlide
from kdc_desktop.audience.slides.prompt import PromptSlide
from kdc_desktop.audience.slides.reveal import RevealRow, RevealSlide
from kdc_desktop.audience.slides.vision import PositionDot, VisionSlide
from kdc_desktop.audience.slides.welcome import AgendaLine, WelcomeSlide

__all__ = [
    "AgendaLine",
    "BlankSlide",
    "BoardCluster",
    "BoardNote",
    "BoardSlide",
    "CheckInSlide",
    "ConsortiaSlide",
    "ConsortiumCard",
    "InterestRow",
    "InterestsSlide",
    "OneIdeaSlide",
    "PollSlide",
    "PositionDot",
    "PromptSlide",
    "RevealRow",
    "RevealSlide",
    "Slide",
    "VisionSlide",
    "WelcomeSlide",
]
