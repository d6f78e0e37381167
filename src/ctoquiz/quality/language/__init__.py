"""What the rules need to know of a language: its word lists and its stems."""
