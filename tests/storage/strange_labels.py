"""Labels of the journal that no program of ours wrote: what others may leave in two columns."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st

DEEP = '{"message":"{a}","values":{"a":'


class NoText(NamedTuple):
    """Bytes that are stored as text, although they are none."""

    content: bytes


STRANGE: dict[str, tuple[Any, Any]] = {
    "deep": ("x", "[" * 100_000),
    "deep values": ("x {a}", '{"values":{"a":' + DEEP * 200 + "1" + "}}" * 200 + "}}"),
    "deeper values": ("x {a}", '{"values":{"a":' + DEEP * 3000 + "1" + "}}" * 3000 + "}}"),
    "long": ("x {a}", json.dumps({"values": {"a": "L" * 1_000_000}})),
    "number for a form": ("x {count}", '{"plural":7,"values":{"count":2}}'),
    "list for a form": ("x {count}", '{"plural":["a"],"values":{"count":2}}'),
    "list for a context": ("x {a}", '{"context":["a"],"values":{"a":"2"}}'),
    "number for a message": ("x {a}", '{"values":{"a":{"message":7}}}'),
    "no message": ("x {a}", '{"values":{"a":{"m":7}}}'),
    "plain as a number": ("x {a}", '{"plain":1}'),
    "huge number": ("x {a}", '{"values":{"a":' + "9" * 4200 + "}}"),
    "number without end": ("x {a}", '{"values":{"a":' + "9" * 5000 + "}}"),
    "truth for a number": ("x {count}", '{"plural":"y","values":{"count":true}}'),
    "half a character": ("x {a}", '{"values":{"a":"\\ud800"}}'),
    "half a name": ("x {a}", '{"values":{"\\ud800":"a"}}'),
    "bytes for arguments": ("x {a}", b"\xff\xfe"),
    "bytes for a label": (b"\xff\xfe{a}", '{"values":{"a":"q"}}'),
    "no text for arguments": ("x {a}", NoText(b"\xff")),
    "no text for a label": (NoText(b"\xff x"), None),
    "number for arguments": ("x {a}", 12),
}

_NAMES = st.sampled_from(["plural", "context", "values", "plain", "message", "count", "name"])
_SINGLE = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.just("{count} {name}")
)
JSON = st.recursive(
    _SINGLE,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(_NAMES | st.text(), inner, max_size=4),
        st.fixed_dictionaries({"values": st.dictionaries(_NAMES, inner, max_size=3)}),
        st.fixed_dictionaries({"message": inner, "values": inner}),
    ),
    max_leaves=12,
).map(json.dumps)
VALUES = st.one_of(
    st.text(st.characters(codec="utf-8")),
    st.binary(),
    st.binary().map(NoText),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
)
MESSAGES = VALUES | st.sampled_from(
    ["", "x", "{count} idea", "Added {name}, {count}", "{", "%n &x"]
)
ARGUMENTS = st.none() | JSON | VALUES


def put(path: Path, label: Any, arguments: Any) -> None:
    """Let the newest entry of the journal have this label and these arguments."""
    places, values = [], []
    for said in (label, arguments):
        places.append("CAST(? AS TEXT)" if isinstance(said, NoText) else "?")
        values.append(said.content if isinstance(said, NoText) else said)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(
            f"UPDATE journal_entry SET label = {places[0]}, arguments = {places[1]} "
            "WHERE id = (SELECT max(id) FROM journal_entry)",
            values,
        )
