"""A rulebook meets the documents of a dossier: verdicts, and the places and values that decided them."""
