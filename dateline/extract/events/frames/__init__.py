"""What a verb or a noun tells: who does what to whom, where, and whether it happened."""
