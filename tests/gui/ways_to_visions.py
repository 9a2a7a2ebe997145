"""How to get to what stands on the vision screen, by “visions/name”."""

from tests.gui.ways import Way, act, slide, stage

VISIONS: dict[str, Way] = {
    "visions/life": act(stage("vision"), "let_go_and_signs_of_life"),
    "visions/position": act(stage("vision"), "say_more_about_the_position"),
    "visions/readings": act(stage("vision"), "readings_of_the_members"),
    "visions/stakes": act(stage("vision"), "stakes_of_the_members"),
    "visions/take_up": act(stage("vision"), "take_up_consortia"),
    "visions/vision": stage("vision"),
    "visions/vision_slide": slide("vision"),
    "visions/write": act(stage("vision"), "write_the_next_version"),
}
