"""What a person reads of a report becomes one page of HTML: no script, nothing from outside, all values as text."""
