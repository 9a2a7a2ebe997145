"""The words of the program in the language of this laptop; English is the source.

``_("{count} here", count=5)`` words a sentence now. ``lazy("Check-in")`` is a `Text`, a value that
is worded when ``str(text)`` is called: for tables in modules and for what is stored. Placeholders
are plain names in braces; whole numbers among the values are written as the language writes them,
and texts of people are put in as they are.
"""

from kdc_desktop.i18n.catalogue import ENGLISH, PSEUDO, current, languages, translate, use
from kdc_desktop.i18n.formats import (
    date_pattern,
    date_text,
    day_moment_text,
    day_text,
    decimal_text,
    exact_moment_text,
    listed,
    listed_and,
    moment_pattern,
    moment_text,
    number_text,
    percent_text,
    span_text,
    time_text,
)
from kdc_desktop.i18n.text import (
    Template,
    Text,
    Value,
    _,
    fillable,
    lazy,
    nfillable,
    ngettext,
    nlazy,
    npgettext,
    pgettext,
    plazy,
)

__all__ = [
    "ENGLISH",
    "PSEUDO",
    "Template",
    "Text",
    "Value",
    "_",
    "current",
    "date_pattern",
    "date_text",
    "day_moment_text",
    "day_text",
    "decimal_text",
    "exact_moment_text",
    "fillable",
    "languages",
    "lazy",
    "listed",
    "listed_and",
    "moment_pattern",
    "moment_text",
    "nfillable",
    "ngettext",
    "nlazy",
    "npgettext",
    "number_text",
    "percent_text",
    "pgettext",
    "plazy",
    "span_text",
    "time_text",
    "translate",
    "use",
]
