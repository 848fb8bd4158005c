"""The whole knowledge base as one file: Parquet, FollowTheMoney or JSON-LD, written in constant memory."""
