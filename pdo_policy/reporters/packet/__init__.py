"""A report becomes a hearing folder: pages as values first, then the same pages as Markdown, HTML and CSV."""
