"""Rule items become a checked, self-contained rulebook; all that is wrong with them is told at once."""
