"""A report becomes what a person reads, in the order of reading; how it looks is left to the formats."""
