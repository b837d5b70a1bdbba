package org.entente.extract;

import java.util.List;

/**
 * A sentence with its tokens.
 *
 * @param paragraph the block it stands in
 * @param paragraphNumber number of that block within the document
 * @param start offset of its first character
 * @param end offset after its last
 * @param tokens its tokens
 */
record Sentence(Paragraph paragraph, int paragraphNumber, int start, int end, List<Token> tokens) {}
