"""Running packaged models, and nothing else has them."""
