"""What the screens show, one file a screen: core values and tables worked out of a review, and nothing drawn."""
