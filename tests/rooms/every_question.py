"""Everything that the services can be asked of a club, found by walking over their source."""

import ast
import importlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import fields, is_dataclass
from itertools import product
from pathlib import Path
from types import FunctionType
from typing import Any, NamedTuple

from sqlalchemy import Row, select

import kdc_desktop.services
from kdc_desktop.domain.pages.kinds import KINDS
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text
from kdc_desktop.instants import laptop_zone
from kdc_desktop.model import Asking, Base, Consortium, Member, Person, Pulse, Session, Vision
from kdc_desktop.services.joined.consortia import BUY_IN, CONSORTIUM_TRAILS, FOLD_TRAILS
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.visions.club import consortia_now
from kdc_desktop.services.visions.questions import FollowedVision
from kdc_desktop.storage import Database, Snapshot, open_database
from tests.rooms.consortium_room import Clock

SERVICES = Path(kdc_desktop.services.__file__).parent
ASKED = ("database", "snapshot", "source")
_PLACE = re.compile(r" at 0x[0-9a-f]+")


class Question(NamedTuple):
    """A public function of the services that is handed something to read from."""

    name: str
    reads_from: str
    needs: tuple[str, ...]
    ask: Callable[..., object]


def questions() -> Iterator[Question]:
    """All of them but those that write themselves; what they need is called as in their source."""
    for path in sorted(SERVICES.rglob("*.py")):
        inside = path.relative_to(SERVICES).with_suffix("")
        module = ".".join(("kdc_desktop.services", *inside.parts))
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and _is_asked(node):
                ask = getattr(importlib.import_module(module), node.name)
                given, *needs = _needs(node)
                yield Question(f"{inside.as_posix()}.{node.name}", given, tuple(needs), ask)


def _is_asked(node: ast.FunctionDef) -> bool:
    first = node.args.args[0].arg if node.args.args else ""
    writes = any(isinstance(part, ast.Attribute) and part.attr == "edit" for part in ast.walk(node))
    return first in ASKED and not node.name.startswith("_") and not writes


def _needs(node: ast.FunctionDef) -> list[str]:
    """The names of what has to be given; of what it is too, where several things have the name."""
    said, least = node.args, len(node.args.args) - len(node.args.defaults)
    own = [one for one, usual in zip(said.kwonlyargs, said.kw_defaults, strict=True) if not usual]
    return [_called(one) for one in [*said.args[: max(1, least)], *own]]


def _called(one: ast.arg) -> str:
    kind = ast.unparse(one.annotation) if one.annotation else ""
    return f"{one.arg}: {kind}" if one.arg in ("trails", "now") else one.arg


class Asker:
    """Asks a club all that it can be asked with what there is in it, and says what it answers."""

    def __init__(self, database: Database, snapshot: Snapshot) -> None:
        self._database, self._snapshot = database, snapshot
        self._folder = str(database.path.parent)
        self.known = _known(database, snapshot)

    def can_ask(self, question: Question) -> bool:
        """Whether all is there that it needs."""
        return all(need in self.known for need in question.needs)

    def answers(self, question: Question) -> Iterator[str]:
        """What it answers to each choice of what it needs, or why it does not."""
        names = [need.split(":")[0] for need in question.needs]
        for chosen in product(*(self.known[need] for need in question.needs)):
            first = {
                "database": self._database,
                "snapshot": self._snapshot,
                "source": Source(self._snapshot, None, self._database.now()),
            }[question.reads_from]
            try:
                answer = told(question.ask(first, **dict(zip(names, chosen, strict=True))))
            except (UserError, LookupError) as error:
                answer = repr(error)
            yield answer.replace(self._folder, "")


def asked_all(path: Path, clock: Clock, wanted: Sequence[Question]) -> dict[str, list[str]]:
    """By the name of a question, what a club answers; nothing can be written meanwhile."""
    opened = closing(open_database(path, clock, only_read=True))
    with opened as database, database.read() as snapshot:
        asker = Asker(database, snapshot)
        return {one.name: [*asker.answers(one)] for one in wanted if asker.can_ask(one)}


def _known(database: Database, snapshot: Snapshot) -> Mapping[str, Sequence[object]]:
    def ids(entity: Any) -> list[int]:
        return [*snapshot.scalars(select(entity.id).order_by(entity.id))]

    members, now = ids(Member), database.now()
    consortia, sessions, visions = ids(Consortium), ids(Session), ids(Vision)
    names = {key: f"member {key}" for key in members}
    alive = consortia_now(snapshot)
    return {
        "session_id": sessions,
        "session_ids": [sessions],
        "past_ids": [sessions],
        "consortium_id": consortia,
        "consortium_ids": [consortia],
        "consortium": [*snapshot.scalars(select(Consortium))],
        "group": [*snapshot.scalars(select(Consortium))],
        "consortia": [alive],
        "known": [alive],
        "member_id": members,
        "member_ids": [members],
        "names": [names],
        "vision_id": visions,
        "with_vision": [consortia],
        "asking_id": ids(Asking),
        "pulse_id": ids(Pulse),
        "person_id": ids(Person),
        "page": [FollowedVision(database, key).page for key in consortia],
        "now: Instant": [now],
        "at": [now],
        "zone": [laptop_zone()],
        "kind": KINDS,
        "badge": [BUY_IN],
        "name": ["Somebody"],
        "trails: Sequence[ConsortiumTrail]": [CONSORTIUM_TRAILS],
        "trails: Sequence[FoldTrail]": [FOLD_TRAILS],
        "folds": [{members[1]: members[0], members[3]: members[2]}],
        "moves": [members],
        "lasting": [set(members)],
        "wanted": [None],
    }


def told(value: object) -> str:
    """A value with all that it holds, as rows of the file and texts as well."""
    match value:
        case str() | Text():
            return str(value)
        case Base():
            columns = [(one.key, getattr(value, one.key)) for one in value.__mapper__.column_attrs]
            return f"{type(value).__name__}{told(columns)}"
        case Mapping():
            return told([(told(key), told(one)) for key, one in value.items()])
        case set() | frozenset():
            return told(sorted(told(one) for one in value))
        case Row() | tuple() | list() | Iterator():
            return f"[{', '.join(told(one) for one in value)}]"
        case FunctionType():
            return ""
    if is_dataclass(value) and not isinstance(value, type):
        return f"{type(value).__name__}{told([getattr(value, f.name) for f in fields(value)])}"
    return _PLACE.sub("", repr(value))
