"""Documents meet the schema of their kind: keys get their canonical names, values their meaning, faults their place."""
