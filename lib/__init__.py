"""Bang Giao: what Vietnamese news says of diplomacy and war, with the sentence that proves it."""
