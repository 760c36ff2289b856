"""Attribution: who says what, through whom, in which words, how sure.

In: sentences, names, times, and what the reader or the grammar takes for cues, sources and contents.
Out: `Claim`s, each with its chain from the one who first said it to the publisher.
"""
