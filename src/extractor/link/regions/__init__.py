"""Where a number holds: the article's home, places of the sentence, places that it is not about."""
