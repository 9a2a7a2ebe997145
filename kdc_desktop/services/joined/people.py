"""What the nouns above hand to people."""

from kdc_desktop.services.attendance import trails as attendance_trails
from kdc_desktop.services.attendance.importing import remark_on_roles
from kdc_desktop.services.consortia import trails as consortium_trails
from kdc_desktop.services.people.joins import PeopleJoins

PEOPLE = PeopleJoins(
    visits=attendance_trails.VISITS,
    loose_trails=(attendance_trails.OF_PEOPLE,),
    organisation_trails=(consortium_trails.OF_ORGANISATIONS,),
    remarks=(remark_on_roles,),
)
"""What the nouns above know of people and organisations."""
