"""Who may come in and what they may do; what a page may load; how often a door may be tried."""
