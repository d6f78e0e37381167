"""What can be seen in a document without understanding it, how a pack covers it, and what a pack could begin with."""
