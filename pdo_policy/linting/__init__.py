"""A rulebook that compiles becomes remarks: what an official would not sign, and what an author did not mean."""
