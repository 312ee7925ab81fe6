"""What people write in a field becomes a value that can be compared, or a telling reason why not."""
