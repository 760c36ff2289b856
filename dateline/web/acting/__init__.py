"""What people do at the desk: each act is appended, kept with what it decided, and can be undone."""
