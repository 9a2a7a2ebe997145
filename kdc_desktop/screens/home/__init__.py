"""Home: the list of sessions and how to start one."""
