"""From a school's values, words and drawings to all that it prints, shows and sends."""
