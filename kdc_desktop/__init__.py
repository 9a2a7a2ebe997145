"""KDC Desktop: run a live co-creation session from one laptop."""

__version__ = "0.1.0"
