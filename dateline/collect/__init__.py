"""Feeds, pages and files into captures. In: desk settings, outlets. Out: Capture or Issue. Touches: net, disk (inbox)."""
