"""Haigui: China's AI startups and the people who build them, no value without its evidence."""
