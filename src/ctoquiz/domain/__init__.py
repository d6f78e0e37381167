"""Facts, questions, answers, quizzes, results and their statistics: pure values and pure functions."""
