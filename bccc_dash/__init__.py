"""BCCC Dash: committee oversight of a child contact centre's social-media checks."""
