"""How much of a text is read before it counts as hostile or broken, in numbers and nothing else.

The sizes are of our choosing: far above any real submission, low enough that the worst input ends within a second.
"""

MAX_BYTES = 10 * 1024 * 1024
"""Bytes of a file, and code points of a text."""

MAX_DEPTH = 64
"""Collections inside each other; the root is the first."""

MAX_SKIPPED_DEPTH = 256
"""Collections inside each other while a part that is too deep is passed over; libyaml's time grows with its square."""

MAX_NODES = 100_000
"""Values, collections and keys of one file."""

MAX_NUMBER = 400
"""Characters of a number, and the largest power of ten of one."""

MAX_PROBLEMS = 200
"""Problems told of one document; the rest is counted."""

MAX_NOTED = 5_000
"""Problems of one file after which reading stops."""

MAX_DOCUMENTS = 100
"""Documents of one file; each is asked about by every rule."""

MAX_DIRECTIVES = 100
"""YAML directives of one file; libyaml's time grows with their square."""

MAX_LINES = 1_000
"""Lines of one unquoted text that are searched for colons that do not separate."""

MAX_SCREENED = 1_000
"""Runs of suspect characters looked at; more than are told, so that each document of a text gets its own."""

MAX_REPAIRED = 50
"""Faults of the same simple kind told at once for a text that does not parse."""
