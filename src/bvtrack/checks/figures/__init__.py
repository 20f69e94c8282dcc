"""Money in rules: sums and what breaks them, cost lines behind profiles, figures in prose, and how all that is told."""
