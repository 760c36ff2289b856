"""The desk in the browser. In: requests. Out: pages and JSON. Touches: pipeline, stages, store.

`security` lets in, `views` read, `acting` decides; `pages` and `api` are two faces of the same calls.
"""
