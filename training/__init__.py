"""How each packaged model was made: one command from corpora to weights, and its card."""
