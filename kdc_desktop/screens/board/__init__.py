"""The board: notes and clusters as the facilitator sees and moves them."""
