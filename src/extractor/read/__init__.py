"""Reading: files, folders, globs and stdin to articles, each with its date and its zones."""
