"""Any bytes go into a reader; what must hold of what comes out is asserted."""
