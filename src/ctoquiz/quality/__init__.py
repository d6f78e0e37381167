"""The rules that a question, a quiz and a pack must pass, and the blind solver; pure, and independent of generation."""
