"""Whose number it is in news of companies and markets."""
