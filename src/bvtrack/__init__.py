"""bvtrack: best-value reviews, tracked and checked. This file holds the version and imports nothing."""

__version__ = "0.1.0"
