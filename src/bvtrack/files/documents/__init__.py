"""Reads documents that hold tables: what each format knows becomes one `core.document.Document`."""
