"""Links to other hosts, asked for on demand: does what they lead to still exist?"""
