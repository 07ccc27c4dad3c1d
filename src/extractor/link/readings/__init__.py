"""How a quantity reads, one construction of news English after the other."""
