"""The same questions and results for others: JSON, Markdown, CSV. From a value to text, and nothing else."""
