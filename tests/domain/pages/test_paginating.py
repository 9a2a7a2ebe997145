"""Pages end where nothing is torn apart that belongs together."""

from dataclasses import dataclass

from kdc_desktop.domain.pages.paginating import paginated


@dataclass
class Strip:
    name: str
    height: float = 10.0
    before: float = 0.0
    keeps: bool = False
    breaks: bool = False
    head: "Strip | None" = None


def shown(strips: list[Strip], room: float = 30.0) -> list[str]:
    return [" ".join(strip.name for strip, _top in page.placed) for page in paginated(strips, room)]


def test_a_page_is_filled_before_the_next_begins():
    assert shown([Strip(name) for name in "abcd"]) == ["a b c", "d"]


def test_a_heading_goes_with_what_follows_it():
    strips = [Strip("a"), Strip("b"), Strip("H", keeps=True), Strip("c")]
    assert shown(strips) == ["a b", "H c"]


def test_several_headings_go_together():
    strips = [Strip("a"), Strip("H", keeps=True), Strip("h", keeps=True), Strip("c")]
    assert shown(strips) == ["a", "H h c"]


def test_the_head_of_a_table_stands_on_every_page_of_it():
    head = Strip("head", keeps=True)
    rows = [Strip(name, head=head) for name in "abcde"]
    assert shown([head, *rows]) == ["head a b", "head c d", "head e"]


def test_there_is_no_room_above_what_stands_on_top():
    (page,) = paginated([Strip("a", before=8.0), Strip("b", before=8.0)], 30.0)
    assert [top for _strip, top in page.placed] == [0.0, 18.0]


def test_a_new_page_begins_where_it_is_wanted_but_never_an_empty_one():
    strips = [Strip("a", breaks=True), Strip("b"), Strip("c", breaks=True)]
    assert shown(strips) == ["a b", "c"]


def test_what_keeps_together_and_is_higher_than_a_page_goes_on_on_the_next():
    assert shown([Strip(name, keeps=True) for name in "abcde"]) == ["a b c", "d e"]


def test_what_is_higher_than_a_page_has_one_for_itself():
    assert shown([Strip("a"), Strip("tall", height=50.0), Strip("b")]) == ["a", "tall", "b"]


def test_nothing_takes_one_page():
    assert shown([]) == [""]
