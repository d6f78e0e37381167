"""ctoquiz: quizzes and a scored self-assessment about the job of chief technical officer."""

__version__ = "0.1.0"
