"""A sample desk with ten invented outlets, their articles, and a server that plays fourteen days of news."""
