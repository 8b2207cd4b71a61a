"""A site as one file that is read from a disk, search included."""
