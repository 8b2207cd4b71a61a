"""The same archive through other generators of static sites, each in its quickest sensible setup.

Every peer gets pages of the articles with their neighbours, of every tag, person, country, year and
month in pages of fifty, a home page, and feeds where it writes them of its own accord.
"""
