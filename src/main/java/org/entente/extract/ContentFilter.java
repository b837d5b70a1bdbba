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
          "template",
          "del",
          "s",
          "strike");
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
    if (depth > 0 || OUTSIDE.contains(localName) || isHidden(attributes)) {
      depth++;
    }
    if (depth == 0) {
      super.startElement(uri, localName, name, attributes);
    }
  }

  @Override
  public void endElement(String uri, String localName, String name) throws SAXException {
    if (depth > 0) {
      depth--;
      return;
    }
    super.endElement(uri, localName, name);
    if (BLOCKS.contains(localName)) {
      super.characters(new char[] {'\n'}, 0, 1);
    }
  }

  /** Whether a page says that an element is not shown. */
  private static boolean isHidden(Attributes attributes) {
    String style = attributes.getValue("style");
    return attributes.getValue("hidden") != null
        || "true".equals(attributes.getValue("aria-hidden"))
        || style != null && style.replace(" ", "").contains("display:none");
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
