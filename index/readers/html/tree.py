"""The tree of a web page, read without a network, and the part of it that is the document."""

import codecs
import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree, html

Element: TypeAlias = etree._Element

# What is on a page and not in its document.
_LEFT_OUT = frozenset(
    "script style template noscript nav iframe object embed audio video canvas svg select button input textarea option "
    "datalist dialog head link meta map menu".split()
)
_LEFT_OUT_ROLES = frozenset({"navigation", "banner", "search", "contentinfo", "menu", "menubar", "toolbar"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_BYTES_OF_HEAD = 4_096  # the standard has 1024 for this; pages with long heads before it are common
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# What browsers read a page as that does not say what it is written in.
_LAST_RESORT = "cp1252"


def decoded(content: bytes) -> str:
    """The text of a page: by its byte-order mark, what its head says, or as UTF-8 or Western European."""
    named = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    if named is None and (match := _META_CHARSET.search(content[:_BYTES_OF_HEAD])):
        named = _known(match[1].decode("ascii"))
    if named is not None:
        return content.decode(named, "replace").removeprefix("\ufeff")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(_LAST_RESORT, "replace")


def _known(name: str) -> str | None:
    try:
        found = codecs.lookup(name).name
        b"\0\0\0\0".decode(found, "replace")  # codecs such as "hex" are found, but are no text encodings
    except (LookupError, ValueError, TypeError):
        return None
    # Pages that say they are ISO 8859-1 are read as cp1252 (WHATWG Encoding, 4.2).
    return _LAST_RESORT if found in ("iso8859-1", "ascii") else found


def tree_of(text: str) -> Element | None:
    """The root of a page; None where there is nothing in it.

    ValueError where libxml2 stops reading: elements more than 255 deep in one another, 10 MB without an element.
    """
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    # An encoding that the page names is no longer its own.
    root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser) if text.strip() else None
    stops = [error.message for error in parser.error_log if error.level == etree.ErrorLevels.FATAL]
    if stops:
        raise ValueError(" ".join(stops[0].split()))
    return root


def document_of(root: Element) -> Element:
    """The part of a page that is its document: the only `main` or `article`, or all of its body."""
    for name in ("main", "article"):
        found = [each for each in root.iter(name) if not is_left_out(each)]
        if len(found) == 1:
            return found[0]
    roles = [each for each in root.iter(etree.Element) if each.get("role") == "main"]
    if len(roles) == 1:
        return roles[0]
    body = root.find("body")
    return body if body is not None else root


def is_left_out(element: Element) -> bool:
    """Whether an element is not shown or is no part of the document: scripts, navigation, the site's own head."""
    if not isinstance(element.tag, str) or element.tag in _LEFT_OUT or element.get("role") in _LEFT_OUT_ROLES:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN_STYLE.search(element.get("style", "")):
        return True
    return element.tag in ("header", "footer") and parent_tag(element) == "body"


def parent_tag(element: Element) -> str | None:
    """The name of the element that holds `element`."""
    parent = element.getparent()
    return parent.tag if parent is not None else None


def walk(root: Element) -> Iterator[tuple[str, Element | str]]:
    """The `begin` and `end` of elements in `root` and the `text` between, in order, without elements that are left out.

    A page may be nested deeper than Python calls itself, so the way back is kept in a list.
    """
    stack: list[tuple[Element, Iterator[Element]]] = [(root, iter(root))]
    yield "begin", root
    yield "text", root.text or ""
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
            if stack:
                yield "text", element.tail or ""
        elif is_left_out(child):
            yield "text", child.tail or ""
        else:
            stack.append((child, iter(child)))
            yield "begin", child
            yield "text", child.text or ""
