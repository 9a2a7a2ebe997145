"""What people call what is done with the network."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.called import Called, Calls

CALLS = Calls(
    "network",
    lazy("Network"),
    (
        Called(
            "show_all_of_the_network",
            lazy("Show who has met whom"),
            lazy("who has met, who met whom, network, ties, connections, graph, zoom to fit"),
            at_once=True,
        ),
        Called("look_closer_at_the_network", lazy("Look closer"), lazy("zoom in, larger")),
        Called("look_from_farther_off", lazy("Look from farther off"), lazy("zoom out, smaller")),
        Called(
            "show_who_is_on_the_edge",
            lazy("Show who stands on the edge"),
            lazy("lonely, isolated, alone, has met nobody, newcomers, left out"),
            at_once=True,
        ),
    ),
)
