"""What one build leaves for the next: never needed, never believed unchecked."""
