"""Reads news articles and writes down every quantitative fact in them."""
