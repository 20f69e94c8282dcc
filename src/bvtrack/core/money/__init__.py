"""Money as councils print it: a closed grammar that reads a text to exact pence, and says what it does not know.

A text is folded to plain characters and cut into tokens; figures are found over the classes of tokens, and the words
beside them are looked up in tables.
"""

from bvtrack.core.money.reading import read_money
from bvtrack.core.money.unit import read_unit
from bvtrack.core.money.value import Money, MoneyKind, Unit, in_unit, pounds

__all__ = ["Money", "MoneyKind", "Unit", "in_unit", "pounds", "read_money", "read_unit"]
