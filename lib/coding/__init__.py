"""From annotated sentences to facts: actors, events, meetings, casualty figures."""
