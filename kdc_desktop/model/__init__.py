"""The nouns that a club file keeps: SQLAlchemy mapped classes, thin, a file per noun."""

from kdc_desktop.model.attendance import Attendance, Passage
from kdc_desktop.model.base import Base
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.model.club import Setting
from kdc_desktop.model.consortia import Consortium, Delegate, Member, OpenRole
from kdc_desktop.model.interests import Interest
from kdc_desktop.model.journal import JournalChange, JournalEntry
from kdc_desktop.model.people import Consent, Department, Organisation, Person
from kdc_desktop.model.polls import (
    BallotMark,
    BallotPaper,
    Elector,
    HandCount,
    Option,
    Poll,
    PollUrn,
    RollEntry,
)
from kdc_desktop.model.sessions import Programme, Session, Stage
from kdc_desktop.model.visions import Commitment, Position, Reading, Reservation, Vision
from kdc_desktop.model.winners import Winner

__all__ = [
    "Attendance",
    "BallotMark",
    "BallotPaper",
    "Base",
    "Cluster",
    "Commitment",
    "Consent",
    "Consortium",
    "Delegate",
    "Department",
    "Elector",
    "HandCount",
    "Idea",
    "Interest",
    "JournalChange",
    "JournalEntry",
    "Member",
    "OpenRole",
    "Option",
    "Organisation",
    "Passage",
    "Person",
    "Poll",
    "PollUrn",
    "Position",
    "Programme",
    "Reading",
    "Reservation",
    "RollEntry",
    "Session",
    "Setting",
    "Stage",
    "Vision",
    "Winner",
]
