"""Attacks as a whole report tells them."""
