"""For whom what is written is meant, and in which form."""

from enum import StrEnum


class Edition(StrEnum):
    """All of it, or what may be given to others; the values are words of commands and settings."""

    FULL = "full"
    SHARE = "share"


class Form(StrEnum):
    """A workbook for people, or the same tables for programs; the values are words of commands."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
