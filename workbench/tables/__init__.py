"""Records to tables: what each promised table holds (`schemas`), its rows (`rows`) and its DataFrame (`frames`)."""
