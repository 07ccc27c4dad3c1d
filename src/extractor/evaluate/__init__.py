"""Gold labels, alignment, scores and error analysis. Sees records only, so it can score anyone's output."""
