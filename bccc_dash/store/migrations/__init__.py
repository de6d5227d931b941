"""The steps by which the schema moves, one file a step. They are run by `store.upgrade`, never by a page."""
