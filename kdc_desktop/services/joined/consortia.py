"""What the nouns above hand to consortia."""

from kdc_desktop.services.gains import badges as gain_badges
from kdc_desktop.services.gains import trails as gain_trails
from kdc_desktop.services.obstacles import badges as obstacle_badges
from kdc_desktop.services.obstacles import trails as obstacle_trails
from kdc_desktop.services.seating import trails as seating_trails
from kdc_desktop.services.visions import badges as vision_badges
from kdc_desktop.services.visions import folding as vision_folding
from kdc_desktop.services.visions import trails as vision_trails

CONSORTIUM_TRAILS = (
    vision_trails.OF_CONSORTIA,
    obstacle_trails.OF_CONSORTIA,
    gain_trails.OF_CONSORTIA,
    seating_trails.OF_CONSORTIA,
)
"""What is written about consortia and said by their members."""

BUY_IN = vision_badges.OF_CLUB
"""How far their visions are."""

HELD_UP = obstacle_badges.OF_CLUB
"""What holds them back."""

GIVES_BACK = gain_badges.OF_CLUB
"""What they give back to people."""

FOLD_TRAILS = (vision_folding.OF_MEMBERS,)
"""What is brought along where two members become one."""
