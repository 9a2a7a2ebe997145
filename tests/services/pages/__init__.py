"""What pages say of an evening."""
