"""Reviews in SQLite: the only place that knows SQL. `store.Store` is the way in."""
