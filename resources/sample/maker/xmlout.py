"""A small XML writer: elements in order, indented by two blanks, UTF-8, the same bytes every time."""
from xml.sax.saxutils import escape, quoteattr


class Xml:
    def __init__(self, root, namespaces):
        self._out = ['<?xml version="1.0" encoding="UTF-8"?>']
        self._stack = []
        self.open(root, **{("xmlns:" + k) if k else "xmlns": v for k, v in namespaces.items()})

    def _attributes(self, attributes):
        return "".join(f" {k.replace('__', ':')}={quoteattr(str(v))}" for k, v in attributes.items() if v not in (None, ""))

    def open(self, name, **attributes):
        self._out.append("  " * len(self._stack) + f"<{name}{self._attributes(attributes)}>")
        self._stack.append(name)
        return self

    def close(self, count=1):
        for _ in range(count):
            name = self._stack.pop()
            self._out.append("  " * len(self._stack) + f"</{name}>")

    def leaf(self, path, text, **attributes):
        """path "a/b/c" opens a and b around the leaf c. Nothing is written for an empty text."""
        if text in (None, ""):
            return
        *outer, name = path.split("/")
        for element in outer:
            self.open(element)
        self._out.append("  " * len(self._stack) + f"<{name}{self._attributes(attributes)}>{escape(str(text))}</{name}>")
        self.close(len(outer))

    def bytes(self):
        self.close(len(self._stack))
        return ("\n".join(self._out) + "\n").encode("utf-8")


def number(value):
    """A quantity or rate without trailing zeros: 1, 0.45, 19."""
    text = format(value.normalize(), "f")
    return text
