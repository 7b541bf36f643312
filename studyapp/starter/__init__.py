"""The starter text, shipped as data."""
