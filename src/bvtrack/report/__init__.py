"""Writing: `tables` defines each table once; one file per format writes any table."""
