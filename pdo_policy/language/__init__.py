"""Rule text becomes a tree: words, grammar, and what is wrong with the writing; no documents and no law are known."""
