"""Words in rules: every text with its place, how wordings compare, and how messages are put."""
