"""Records in, documented tables and sentences out. Pure: no database, no screen."""
