"""An index that Milvus searches: written there from a folder, and opened by its address."""
