"""Each sentence of a whole edition recomputed from archived bytes."""
