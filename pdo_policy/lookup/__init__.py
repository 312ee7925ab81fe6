"""A word that a person typed becomes what it names: a rule, a clause, a field, a word of the language, a code."""
