"""Facts of the world that reading a clipping needs: agencies, words for roles, places."""
