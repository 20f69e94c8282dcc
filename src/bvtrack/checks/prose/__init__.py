"""What the prose of a report says in figures: money bound to the totals of its tables, and percentages of counts."""
