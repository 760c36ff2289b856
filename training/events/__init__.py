"""How the weights that read attack templates were made: see training/README.md."""
