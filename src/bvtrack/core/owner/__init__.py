"""Owners as plans print them: who answers for an action, and who of a review's people that is."""

from __future__ import annotations

from bvtrack.core.owner.naming import OwnerType, fold
from bvtrack.core.owner.people import Match, Person, first_name_only, resolve
from bvtrack.core.owner.reading import Owner, Owners, read_owners

__all__ = ["Match", "Owner", "OwnerType", "Owners", "Person", "first_name_only", "fold", "read_owners", "resolve"]
