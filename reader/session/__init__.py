"""The use cases: on an open article and on the library. Qt-free; one thread changes state."""
