"""What the programs share that train networks: `index.embedding.train` and `rag.reader.train`."""
