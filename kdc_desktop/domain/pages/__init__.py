"""What is sent to people or printed for the room: documents as plain values, and their kinds."""
