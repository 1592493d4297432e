"""Pages for a browser: the report in one file, the database as a site, the review.

Templates escape what they are given; no page loads anything from elsewhere.
"""
