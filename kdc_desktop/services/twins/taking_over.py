"""Take ideas, people and notes over from another version of the club: one import, one undo step."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from kdc_desktop.domain.kit.actors import Way
from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Fillable, _, nfillable
from kdc_desktop.model import Idea
from kdc_desktop.services.board.apart import titles_of
from kdc_desktop.services.board.importing import place_ideas
from kdc_desktop.services.board.wall import Wall
from kdc_desktop.services.club.backups import back_up
from kdc_desktop.services.people.known import known_people
from kdc_desktop.services.people.matching import ImportRow, matched_rows
from kdc_desktop.services.people.taking import Taking
from kdc_desktop.services.twins.bringing_lists import BringLists
from kdc_desktop.services.twins.bringing_years import BringYears
from kdc_desktop.services.twins.comparing import texts_to_take
from kdc_desktop.services.twins.meeting import roster_person
from kdc_desktop.services.twins.pair import Twins, twins_of
from kdc_desktop.services.twins.rows import Fate, TakenOver, TwinDifference
from kdc_desktop.services.twins.words import KIND_OF
from kdc_desktop.services.twins.writing import (
    bring_details,
    bring_organisations,
    bring_session,
)
from kdc_desktop.storage import Database, Edit
from kdc_desktop.storage.acting import acting

_TRIES = 3
_OVER = nfillable("Took over {count} thing from {file}", "Took over {count} things from {file}")


@acting(way=Way.IMPORT)
def take_over_from(
    database: Database,
    other: Path,
    chosen: Collection[TwinDifference],
    before_writing: Callable[[], object] = lambda: None,
) -> TakenOver:
    """Bring into the open club what was chosen of a comparison with `other`: all or nothing.

    What is new gets numbers of its own. People are matched as an import of people does it, and are
    expected in the sessions in which they are there. With ideas come their authors, clusters, what
    was merged into them, and a session that is only there, as if it had been planned here. Of what
    both have, the texts become those from there. The club is backed up before.

    Raises:
        UserError: the other file cannot be read any more, or is not of this club.
    """
    wanted = [one for one in chosen if one.can_be_taken]
    back_up(database)
    for _try in range(_TRIES):
        written = database.written
        with twins_of(database, other) as (twins, _opened):
            plan = _Plan(twins, wanted, database)
        before_writing()
        with database.edit(_label(other)) as edit:
            if written != database.written:
                continue
            edit.count = plan.write(edit)
            return TakenOver(edit.count, tuple(plan.left))
    raise UserError(_("The club is being written to all the time. Take it over in a moment."))


def _label(other: Path) -> Fillable:
    return _OVER.having(file=other.name)


class _Plan:
    """What is written, worked out while anybody else may write."""

    def __init__(
        self, twins: Twins, wanted: Collection[TwinDifference], database: Database
    ) -> None:
        self._twins = twins
        self.left: list[str] = []
        self._keys: dict[str, list[int]] = defaultdict(list)
        self._texts: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
        for one in wanted:
            if one.fate is Fate.ADDED_THERE:
                self._keys[one.table].append(one.key)
            else:
                self._change(one.table, one.key)
        self._years = BringYears(twins, self._keys)
        self._ideas = self._with_what_is_behind(self._keys["idea"])
        self._taking = Taking(known_people(twins.here.snapshot), database.now())
        self._changing = 0  # people
        self._people, self._taken = self._match()
        self._wall = Wall(twins.here.snapshot)
        self._behind: list[int] = []
        self._with_sessions = set(self._alone("session", self._keys["session"]))
        self._with_sessions |= self._years.sessions
        self._sessions: dict[int, int] = {}  # numbers here of sessions that came along
        self._notes = self._place()
        self._wall.settle()
        chosen = (self._alone(table, self._keys[table]) for table in ("consent", "attendance"))
        self._lists = BringLists(twins, self._taken, *chosen)
        rows = twins.there.rows["organisation"]
        self._organisations = self._alone("organisation", self._keys["organisation"])
        along = sorted({*self._organisations, *self._years.organisations})
        self._new_organisations = {key: rows[key] for key in along}

    def _change(self, table: str, key: int) -> None:
        """What both have becomes what it is there, in words, where it still is in both."""
        here, there = self._twins.here.rows[table], self._twins.there.rows[table]
        at = self._twins.same_here(table, key)
        if at in here and key in there:
            self._texts[table][at] = texts_to_take(here[at], there[key], table)

    def _alone(self, table: str, keys: Collection[int]) -> list[int]:
        """Those that are still there and still not here."""
        there, met = self._twins.there.rows[table], self._twins.met[table]
        return [
            key
            for key in keys
            if key in there and not self._twins.is_shared(table, key) and key not in met
        ]

    def _with_what_is_behind(self, keys: Collection[int]) -> list[int]:
        wanted = set(self._alone("idea", keys))
        rows = self._twins.there.rows["idea"]
        behind = [key for key, row in rows.items() if row["parent_id"] in wanted]
        return sorted(wanted.union(self._alone("idea", behind)))

    # People.

    def _match(self) -> tuple[dict[int, int], list[int]]:
        """Who everybody there is here, negative numbers for those who are new; and who is taken."""
        there = self._twins.there
        authors = {there.rows["idea"][key]["author_id"] for key in self._ideas} - {None}
        authors |= self._years.people
        removed = {key for key in authors if self._twins.stays_removed(key)}
        if removed:
            self.left.append(_("Who was removed here stays so. What they said comes unnamed."))
        authors -= removed
        unknown = {key for key in authors if not self._twins.is_shared("person", key)}
        keys = sorted(unknown.union(self._alone("person", self._keys["person"])))
        rows = matched_rows(self._taking.known, [roster_person(there, key) for key in keys])
        shared = authors - unknown
        people = {key: self._twins.number_here("person", key) for key in shared}
        taken = []
        for key, row in zip(keys, rows, strict=True):
            if not row.state.comes_in:
                self.left.append(self._told(row))
            else:
                people[key] = self._taking.take(row)
                taken.append(key)
                self._changing += row.state is not MatchState.SAME
        return people, taken

    @staticmethod
    def _told(row: ImportRow) -> str:
        return _("{name} was left out: {sentence}", name=row.person.name, sentence=row.sentence)

    # Ideas.

    def _place(self) -> dict[int, int]:
        """Lay what lies on the board there in free places here; its numbers here, negative yet."""
        rows = self._twins.there.rows["idea"]
        by_session: dict[int, list[int]] = defaultdict(list)
        for key in self._ideas:
            if rows[key]["parent_id"] is not None:
                self._behind.append(key)
            else:
                by_session[rows[key]["session_id"]].append(key)
        notes: dict[int, int] = {}
        for session_id, keys in by_session.items():
            here = self._twins.session_here(session_id)
            if here is None:
                self._with_sessions.add(session_id)
                here = -session_id  # until it is written
            notes |= self._lay(here, keys)
        return notes

    def _lay(self, session_id: int, keys: Sequence[int]) -> dict[int, int]:
        rows, clusters = self._twins.there.rows["idea"], self._twins.there.rows["cluster"]
        notes: dict[int, int] = {}
        for board_id, hung in _by_board(self._twins, session_id, keys).items():
            told = [
                (clusters[at]["name"] if (at := rows[key]["cluster_id"]) else "", self._said(key))
                for key in hung
            ]
            self._wall.turn_to(board_id)
            laid = place_ideas(self._wall, session_id, told)
            notes |= {key: note.id for key, note in zip(hung, laid, strict=True)}
        return notes

    def _said(self, key: int) -> dict[str, Any]:
        row = self._twins.there.rows["idea"][key]
        author_id = self._people.get(row["author_id"])
        author = row["author_text"]
        removed = self._twins.stays_removed(row["author_id"])
        if author_id is None and row["author_id"] is not None and not removed:
            author = self._twins.there.title("person", row["author_id"])
        return {
            "text": row["text"],
            "author_id": author_id,
            "author_text": author,
            "sector": row["sector"],
            **{name: row[name] for name in ("created_at", "details", "tags", "minutes", "link")},
        }

    # Writing.

    def write(self, edit: Edit) -> int:
        """Write it; how many things it was."""
        new = self._taking.write(edit)
        people = {key: new.get(taken, taken) for key, taken in self._people.items()}
        for key in sorted(self._with_sessions):
            self._sessions[key] = bring_session(edit, self._twins.there, key)
        brought = {-key: session_id for key, session_id in self._sessions.items()}
        notes = self._wall.write(edit, new, brought)
        ids = {key: notes[note] for key, note in self._notes.items()}
        behind = self._write_what_is_behind(edit, ids, people)
        count = self._changing + len(self._sessions) + len(ids) + behind
        there = self._twins.there.rows
        whole = {key: people[key] for key in self._taken}
        bring_details(edit, {known: there["person"][key] for key, known in whole.items()})
        count += self._lists.write(edit, people, self._sessions)
        come = bring_organisations(edit, self._new_organisations, self._taking.came)
        count += sum(key in come.new for key in self._organisations)
        count += self._years.write(edit, people, self._sessions, come.ids)
        for table, texts in self._texts.items():
            count += edit.change_rows(KIND_OF[table].entity, texts)
        return count

    def _write_what_is_behind(
        self, edit: Edit, ids: Mapping[int, int], people: Mapping[int, int]
    ) -> int:
        rows, shared = self._twins.there.rows["idea"], self._twins.is_shared
        added = []
        for key in self._behind:
            row, parent = rows[key], rows[key]["parent_id"]
            parent_id = ids.get(parent, parent if shared("idea", parent) else None)
            if parent_id is None:
                continue
            lies = edit.get_one(Idea, parent_id)
            said = self._said(key)
            added.append(
                {
                    **said,
                    "author_id": people.get(row["author_id"]),
                    "session_id": lies.session_id,
                    "x": lies.x,
                    "y": lies.y,
                    "colour": lies.colour,
                    "cluster_id": lies.cluster_id,
                    "board_id": lies.board_id,
                    "parent_id": parent_id,
                }
            )
        return len(edit.add_rows(Idea, added))


def _by_board(twins: Twins, session_id: int, keys: Sequence[int]) -> dict[int | None, list[int]]:
    """The boards here of the titles on which ideas hang there; else the first."""
    rows = twins.there.rows["idea"]
    titles = titles_of(twins.there.snapshot, rows[keys[0]]["session_id"])
    here = titles_of(twins.here.snapshot, session_id)
    ids = {normalise(title): key for key, title in here.items()}
    found: dict[int | None, list[int]] = defaultdict(list)
    for key in keys:
        found[ids.get(normalise(titles.get(rows[key]["board_id"], "")))].append(key)
    return found
