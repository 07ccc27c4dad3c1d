"""When a number holds: its own date, that of what it is compared with, the article's period."""
