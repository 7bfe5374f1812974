"""How Vietnamese works: text, sentences, words, numbers and dates, each with its place in the text."""
