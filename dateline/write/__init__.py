"""Accepted claims into an edition, and the check of it.

In: StoryDossier. Out: Edition and its files. Touches: disk (edition folder).
"""
