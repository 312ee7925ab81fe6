"""`python -m pdo_policy`."""

from pdo_policy.cli import main

main()
