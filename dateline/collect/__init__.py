"""Feeds, pages and files into captures.

In: outlets, a folder. Out: Capture or Issue. Touches: net, disk (inbox).
"""
