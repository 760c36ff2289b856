"""What the pages and the API show: records read from the ledger, before they are HTML or JSON."""
