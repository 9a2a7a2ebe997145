"""The nouns that a club file keeps: SQLAlchemy mapped classes, thin, a file per noun."""

from kdc_desktop.model.attendance import Attendance, Passage
from kdc_desktop.model.base import Base
from kdc_desktop.model.board import Board, Cluster, Idea, StageBoard
from kdc_desktop.model.club import Setting
from kdc_desktop.model.consortia import (
    Consortium,
    ConsortiumStep,
    Delegate,
    Leaving,
    Member,
    OpenRole,
    RoleStep,
    SignOfLife,
    TakenUp,
)
from kdc_desktop.model.gains import Gain
from kdc_desktop.model.interests import Interest, OrganisationInterest
from kdc_desktop.model.journal import JournalChange, JournalEntry
from kdc_desktop.model.obstacles import Obstacle, ObstacleStep
from kdc_desktop.model.offers import Offer, OfferMatch
from kdc_desktop.model.people import (
    Consent,
    Department,
    KeptApart,
    Organisation,
    Person,
    PersonMerge,
)
from kdc_desktop.model.polls import (
    BallotMark,
    BallotPaper,
    Criterion,
    Elector,
    HandCount,
    Option,
    Poll,
    PollStep,
    PollUrn,
    RollEntry,
    Slip,
)
from kdc_desktop.model.seating import Seat, SeatingRound, SeatingTable
from kdc_desktop.model.sessions import (
    OwnTemplate,
    OwnTemplateStage,
    Programme,
    Session,
    Stage,
)
from kdc_desktop.model.visions import (
    Asking,
    Commitment,
    Estimate,
    Position,
    Pulse,
    PulseAnswer,
    Reading,
    Reservation,
    ReservationStep,
    Stake,
    StakeServed,
    Vision,
)
from kdc_desktop.model.winners import Winner

__all__ = [
    "Asking",
    "Attendance",
    "BallotMark",
    "BallotPaper",
    "Base",
    "Board",
    "Cluster",
    "Commitment",
    "Consent",
    "Consortium",
    "ConsortiumStep",
    "Criterion",
    "Delegate",
    "Department",
    "Elector",
    "Estimate",
    "Gain",
    "HandCount",
    "Idea",
    "Interest",
    "JournalChange",
    "JournalEntry",
    "KeptApart",
    "Leaving",
    "Member",
    "Obstacle",
    "ObstacleStep",
    "Offer",
    "OfferMatch",
    "OpenRole",
    "Option",
    "Organisation",
    "OrganisationInterest",
    "OwnTemplate",
    "OwnTemplateStage",
    "Passage",
    "Person",
    "PersonMerge",
    "Poll",
    "PollStep",
    "PollUrn",
    "Position",
    "Programme",
    "Pulse",
    "PulseAnswer",
    "Reading",
    "Reservation",
    "ReservationStep",
    "RoleStep",
    "RollEntry",
    "Seat",
    "SeatingRound",
    "SeatingTable",
    "Session",
    "Setting",
    "SignOfLife",
    "Slip",
    "Stage",
    "StageBoard",
    "Stake",
    "StakeServed",
    "TakenUp",
    "Vision",
    "Winner",
]
