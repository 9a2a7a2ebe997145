"""A click on the link of an idea leads to a page of the web, and to nothing else."""

import pytest

from kdc_desktop.domain.board.minutes import minutes_from
from kdc_desktop.domain.board.web_links import completed, openable
from kdc_desktop.errors import UserError


@pytest.mark.parametrize(
    "link",
    ["https://example.org", "http://example.org:8080/a?b=c#d", "HTTPS://EXAMPLE.ORG/ä"],
)
def test_pages_of_the_web_are_opened(link):
    assert openable(link) == completed(link) == link


@pytest.mark.parametrize(
    "link",
    [
        *("", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,<b>", "ftp://a.org"),
        *("smb://server/share", "ms-settings:", "mailto:a@b.org", "//example.org", "https://"),
        *("https:/example.org", "https://bank.org@evil.org", "https://a.org b", "https://[::1"),
        *(
            "https://a.org\n",
            "https:\\\\a.org",
            "java\u200bscript:a",
            " https://a.org",
            "\\\\s\\a.b",
        ),
    ],
)
def test_whatever_else_is_called_a_link_is_never_opened(link):
    assert openable(link) == ""


def test_an_address_without_its_beginning_gets_one():
    assert completed("example.org/trams") == "https://example.org/trams"
    strange = ("trams", "a.org:80", "C:\\a.exe", "x.org@y.org")
    assert set(map(completed, strange)) == {""}


def test_minutes_are_read_as_people_type_them():
    typed = ("", " ", "0", "12", "2,5", "2.25", "1 200")
    assert [minutes_from(text) for text in typed] == [None, None, 0.0, 12.0, 2.5, 2.25, 1200.0]


@pytest.mark.parametrize("text", ["-1", "many", "1e9", "nan", "inf", "12 min", "1,2,3", "٣"])
def test_what_is_no_number_of_minutes_is_told(text):
    with pytest.raises(UserError, match="as a number that is 0 or more"):
        minutes_from(text)
