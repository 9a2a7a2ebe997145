"""Takes off what stands in front of the lines of a list: bullets, check marks, numbers."""

import re
from collections.abc import Sequence
from itertools import pairwise

_BOX = r"\[[ xX✓✔]?\]"
_SIGN = r"[-–—*•·▪▸‣◦●○■□☐☑☒✓✔✗➤►→]"
_BULLET = re.compile(rf"(?![-–—]$)(?:{_SIGN}(?:\s+{_BOX})?|{_BOX})(?:\s+|$)")
_CHECK = re.compile(rf"(?:{_BOX}|[☐☑☒✓✔])\s+")
_NUMBER = re.compile(r"\(?(\d{1,4})[.):](?:\s+|$)")
_LETTER = re.compile(r"\(?([a-z])\)(?:\s+|$)")
_BEFORE_TAB = re.compile(rf"^(\s*)(?:({_SIGN}|\(?\w{{1,3}}[.)])|[o§])\t[\t ]*")
"""Word copies the bullet of a second level as a letter of another font."""
_QUOTED = re.compile(r"> ?")
_RULE = re.compile(r"\|[\s:|-]+\|")


def unquoted(lines: Sequence[str]) -> list[str]:
    """The lines of a mail without its marks of quotation, of a Markdown table with tabs between
    its cells; others as they are."""
    filled = [line for line in lines if line.strip()]
    if filled and all(line.startswith(">") for line in filled):
        return [_QUOTED.sub("", line, count=1) for line in lines]
    cells = [line.strip() for line in filled]
    if len(cells) > 1 and all(line[0] == line[-1] == "|" and len(line) > 2 for line in cells):
        rows = [line for line in cells if not _RULE.fullmatch(line)]
        return ["\t".join(cell.strip() for cell in row[1:-1].split("|")) for row in rows]
    return list(lines)


def without_tabs(line: str) -> str:
    """The line with a blank where a tab parts a bullet or a number from its text."""
    return _BEFORE_TAB.sub(lambda found: f"{found[1]}{found[2] or '•'} ", line, count=1)


def taken_off(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines without what stands in front of them in a list, and of each whether that was a
    bullet ("-"), a letter ("a"), a number ("1"), or nothing."""
    without = [_BULLET.sub("", line, count=1) if _BULLET.match(line) else line for line in lines]
    bullets = [with_it != line for with_it, line in zip(without, lines, strict=True)]
    texts = _without_numbers(without, bullets)
    texts = [_CHECK.sub("", text, count=1) if _CHECK.match(text) else text for text in texts]
    marks = [
        "-" if bullet else _kind(line) if text != line else ""
        for bullet, text, line in zip(bullets, texts, lines, strict=True)
    ]
    return texts, marks


def _kind(line: str) -> str:
    return "a" if _LETTER.match(line) else "1"


def _without_numbers(lines: Sequence[str], bullets: Sequence[bool]) -> list[str]:
    """The lines without their numbers or letters, where those number the lines."""
    without = list(lines)
    for mark in (_NUMBER, _LETTER):
        found = [mark.match(line) for line in without]
        if _counts_on([one.group(1) for one in found if one]):
            without = _without(without, found)
    marked = [
        bullet or now != line for bullet, now, line in zip(bullets, without, lines, strict=True)
    ]
    left = [
        None if done else _NUMBER.match(line) or _LETTER.match(line)
        for done, line in zip(marked, without, strict=True)
    ]
    return _without(without, left) if _fill_up(left, marked) else without


def _without(lines: Sequence[str], found: Sequence[re.Match[str] | None]) -> list[str]:
    return [line[one.end() :] if one else line for line, one in zip(lines, found, strict=True)]


def _place(mark: str) -> int:
    return int(mark) if mark.isdigit() else ord(mark) - ord("a") + 1


def _counts_on(marks: Sequence[str]) -> bool:
    """Whether these number the lines: “3. floor” alone does not."""
    places = [_place(mark) for mark in marks]
    if len(places) < 2:
        return False
    same = all(place == places[0] for place in places)  # as Markdown may have it
    return same or all(after == place + 1 for place, after in pairwise(places))


def _fill_up(found: Sequence[re.Match[str] | None], marked: Sequence[bool]) -> bool:
    """Whether these are the marks of a list that has others too: every line has one, and these
    are next in the whole list, or after the one before them."""
    before = 0
    for at, (one, done) in enumerate(zip(found, marked, strict=True), start=1):
        if one is not None:
            place = _place(one.group(1))
            if place not in (at, before + 1):
                return False
            before = place
        elif not done:
            return False
    return any(marked)
