package org.entente.extract;

import java.util.Set;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Leaves out what a page's markup says is not its content: menus, footers, scripts, forms. */
final class ContentFilter extends ContentHandlerDecorator {
  private static final Set<String> OUTSIDE =
      Set.of(
          "nav",
          "footer",
          "aside",
          "script",
          "style",
          "form",
          "button",
          "noscript",
          "iframe",
          "svg",
          "select",
          "template");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "li",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "section",
          "article",
          "header",
          "main",
          "td",
          "br",
          "figcaption",
          "time");

  private int depth;

  ContentFilter(ContentHandler handler) {
    super(handler);
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes)
      throws SAXException {
    if (OUTSIDE.contains(localName)) {
      depth++;
    }
    if (depth == 0) {
      super.startElement(uri, localName, name, attributes);
    }
  }

  @Override
  public void endElement(String uri, String localName, String name) throws SAXException {
    if (depth == 0) {
      super.endElement(uri, localName, name);
      if (BLOCKS.contains(localName)) {
        super.characters(new char[] {'\n'}, 0, 1);
      }
    }
    if (OUTSIDE.contains(localName) && depth > 0) {
      depth--;
    }
  }

  @Override
  public void characters(char[] ch, int start, int length) throws SAXException {
    if (depth == 0) {
      super.characters(ch, start, length);
    }
  }

  @Override
  public void ignorableWhitespace(char[] ch, int start, int length) throws SAXException {
    if (depth == 0) {
      super.ignorableWhitespace(ch, start, length);
    }
  }
}
