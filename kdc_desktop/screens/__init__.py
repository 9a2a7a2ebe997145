"""What the facilitator sees: Qt Widgets, a folder per area."""
