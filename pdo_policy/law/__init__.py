"""The law as data: instruments, their clauses, how each clause is checked, and the calendar of working days."""
