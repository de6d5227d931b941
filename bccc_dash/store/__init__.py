"""Tables, engine, migrations, audit and backups. Knows how records are kept, not what they mean."""
