"""Documents in rules: what they look at, and what is worked out of tables beside their sums."""
