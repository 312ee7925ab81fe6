"""Files and texts become trees of values that know their places; no field and no rule is known here."""
