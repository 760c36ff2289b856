"""The rules by which the ledger is derived are known by a hash of what they are."""

from importlib import resources

from dateline.pipeline.ledger.derived_by import DERIVING, _files, rules_in_force


def test_every_rule_and_table_counts_and_nothing_compiled() -> None:
    package = resources.files("dateline")
    paths = {path for part in DERIVING for path, _ in _files(package / part, part)}
    assert {"link/stories.py", "link/rarity/en.txt", "languages/fa.toml", "assess/accounts.py"} <= paths
    assert not [path for path in paths if "__pycache__" in path]


def test_the_hash_stays_while_the_rules_do() -> None:
    before = rules_in_force()
    rules_in_force.cache_clear()
    assert rules_in_force() == before
    assert len(before) == 64
