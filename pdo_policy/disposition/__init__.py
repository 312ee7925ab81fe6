"""The life of a finding: what was accepted of it, by waivers and a baseline, and what changed since another check."""
