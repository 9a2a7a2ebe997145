"""Which links of ideas may be opened: those that lead to a page of the web, and to nothing else."""

from urllib.parse import urlsplit

_SCHEMES = ("http", "https")


def openable(link: str) -> str:
    """The link where a browser may be given it, else nothing.

    It names http or https and a host, nobody's name before the host, and holds no blank or
    backslash, which browsers read in other ways.
    """
    if not link.isprintable() or any(sign.isspace() or sign == "\\" for sign in link):
        return ""
    try:
        parts = urlsplit(link)
        plain = parts.username is None and bool(parts.hostname)
    except ValueError:
        return ""
    return link if plain and parts.scheme.lower() in _SCHEMES else ""


def completed(link: str) -> str:
    """The link as it can be opened: “example.org” leads to https://example.org. Else nothing."""
    host = link.split("/")[0]
    bare = "." in host and ":" not in host
    return openable(link) or (openable(f"https://{link}") if bare else "")
