"""What the nouns above hand to people."""

from kdc_desktop.i18n import fillable, nfillable
from kdc_desktop.services.attendance import merging as attendance_merging
from kdc_desktop.services.attendance import trails as attendance_trails
from kdc_desktop.services.attendance.importing import remark_on_roles
from kdc_desktop.services.board import merged_authors
from kdc_desktop.services.consortia import merging as consortium_merging
from kdc_desktop.services.consortia import trails as consortium_trails
from kdc_desktop.services.interests import merging as interest_merging
from kdc_desktop.services.interests import trails as interest_trails
from kdc_desktop.services.joined.consortia import FOLD_TRAILS
from kdc_desktop.services.obstacles import merging as obstacle_merging
from kdc_desktop.services.obstacles import trails as obstacle_trails
from kdc_desktop.services.offers import from_lists
from kdc_desktop.services.offers import merging as offer_merging
from kdc_desktop.services.offers import trails as offer_trails
from kdc_desktop.services.people import merged_apart
from kdc_desktop.services.people.consents import OF_CONSENTS
from kdc_desktop.services.people.joins import PeopleJoins, SheetJoins
from kdc_desktop.services.people.known_twice import OF_OTHER_NAMES
from kdc_desktop.services.polls import merging as poll_merging
from kdc_desktop.services.seating import merging as seating_merging
from kdc_desktop.services.seating import trails as seating_trails
from kdc_desktop.services.visions import merging as vision_merging

PEOPLE = PeopleJoins(
    visits=attendance_trails.VISITS,
    loose_trails=(
        attendance_trails.OF_PEOPLE,
        OF_CONSENTS,
        OF_OTHER_NAMES,
        merged_apart.OF_KEPT_APART,
        seating_trails.OF_PEOPLE,
    ),
    organisation_trails=(
        consortium_trails.OF_ORGANISATIONS,
        interest_trails.OF_ORGANISATIONS,
        offer_trails.OF_ORGANISATIONS,
        obstacle_trails.OF_ORGANISATIONS,
    ),
    traces={
        "attendance": fillable("being present"),
        "consent": nfillable("{count} consent", "{count} consents"),
        "idea": nfillable("{count} idea", "{count} ideas"),
        "elector": nfillable("a right to vote in {count} poll", "a right to vote in {count} polls"),
        "voter_roll": nfillable("{count} vote cast", "{count} votes cast"),
        "ballot_paper": nfillable("{count} named ballot", "{count} named ballots"),
        "interest": nfillable("{count} interest in a winner", "{count} interests in winners"),
        "member": nfillable("membership in {count} consortium", "membership in {count} consortia"),
        "delegate": nfillable("a seat in {count} consortium", "a seat in {count} consortia"),
        "consortium": nfillable("care for {count} consortium", "care for {count} consortia"),
        "position": nfillable("{count} answer for a member", "{count} answers for members"),
        "reservation": nfillable("care for {count} reservation", "care for {count} reservations"),
        "person_merge": fillable("having been known twice"),
        "kept_apart": nfillable(
            "being kept apart from {count} other", "being kept apart from {count} others"
        ),
        "offer": nfillable("{count} offer or need", "{count} offers and needs"),
        "obstacle": nfillable("care for {count} obstacle", "care for {count} obstacles"),
        "obstacle_step": nfillable("{count} step of an obstacle", "{count} steps of obstacles"),
        "seat": nfillable("a seat at {count} table", "seats at {count} tables"),
    },
    sheets=SheetJoins((remark_on_roles,), from_lists.FROM_LISTS),
    organisation_merges=(
        interest_merging.ORGANISATIONS_MET,
        consortium_merging.organisations_met(FOLD_TRAILS),
        offer_merging.ORGANISATIONS_MET,
        obstacle_merging.ORGANISATIONS_MET,
    ),
    people_merges=(
        poll_merging.PEOPLE_MET,
        merged_apart.PEOPLE_MET,
        attendance_merging.PEOPLE_MET,
        merged_authors.PEOPLE_MET,
        interest_merging.PEOPLE_MET,
        consortium_merging.people_met(FOLD_TRAILS),
        vision_merging.PEOPLE_MET,
        offer_merging.PEOPLE_MET,
        obstacle_merging.PEOPLE_MET,
        seating_merging.PEOPLE_MET,
    ),
)
"""What the nouns above know of people and organisations."""
