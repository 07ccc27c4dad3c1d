"""From text to tokens: the spaCy blank-English tokenizer, sentences and lines, word classes."""
