"""The tables a cabinet report prints, each defined once, as core tables."""
