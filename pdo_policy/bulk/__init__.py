"""Many papers: paths become groups of files that belong together, and these become lines of results, one after another.

A group is the least that can be checked by itself: the papers of one project, or, where a file holds papers of several
projects, the papers of all of them; a file whose papers are of no project is a group of its own. No more than a few
groups are held at a time, however many there are.
"""
