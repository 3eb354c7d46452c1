"""What `run.py` and `suites.py` share: environments, texts, units, scorer, measurements, report."""
