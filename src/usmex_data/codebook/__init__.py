"""From readings to rows: which indicator each claim is, what repeats what, and every numeral's row."""
