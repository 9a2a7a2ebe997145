"""The poll: prepare it, hold it, reveal it, mark the winners."""
