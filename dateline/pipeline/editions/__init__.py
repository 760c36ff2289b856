"""An edition from its plan to its issue, its correction and its proof."""
