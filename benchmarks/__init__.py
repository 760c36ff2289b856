"""What is measured: tasks, cases, floors. Nothing here is timed in the tests."""
