"""A rulebook and its cases become the pages that people read: what checks which clause, and what nothing checks."""
