"""The plan in rules: its items, dates, names, repeated steps, and the way targets go."""
