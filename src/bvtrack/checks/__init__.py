"""What can be wrong with a review: pure rules over core values, each a generator of findings, and what they share."""
