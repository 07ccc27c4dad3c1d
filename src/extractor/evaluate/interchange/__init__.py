"""Gold labels in the forms of labelling tools, there and back: quotes, Label Studio, brat, doccano."""
