"""What two texts must have in common, made comparable: words, names, numbers, dates, deeds, roles."""
