"""A sentence as events are read in it: word classes, phrases, syntax, who a phrase means."""
