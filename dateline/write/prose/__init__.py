"""One sentence as it is printed: whole, sound, in house style, with its citation."""
