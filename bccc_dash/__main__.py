"""`python -m bccc_dash`."""

from bccc_dash.cli import main

if __name__ == "__main__":
    main()
