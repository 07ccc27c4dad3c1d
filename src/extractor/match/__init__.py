"""Matchers: tokens in, mentions out. Each is pure; what one needs from another arrives as an argument."""
