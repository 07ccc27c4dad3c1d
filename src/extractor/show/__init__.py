"""Pages and pictures. Sees records and plain data only; every word of an article is escaped."""
