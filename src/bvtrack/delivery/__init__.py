"""Where it stands: status, slippage, outcomes and money of a review on a day; pure, over `core` alone.

Events dated up to that day count, later ones do not, and nothing else is asked: the day is always an argument.
"""
