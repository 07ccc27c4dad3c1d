"""Numbers: figures, number words, scales, fractions, ordinals, multiples."""
