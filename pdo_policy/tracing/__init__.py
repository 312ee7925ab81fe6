"""What evaluation did for one rule becomes a trace: conditions with answers, what was read, what would change it."""
