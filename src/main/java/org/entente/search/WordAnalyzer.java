package org.entente.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words of any script. They are folded to lower case and plain letters; Chinese characters, kana
 * and Hangul are taken as pairs, since Japanese writes no spaces and Korean writes them as it
 * likes.
 */
final class WordAnalyzer extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer source = new StandardTokenizer();
    return new TokenStreamComponents(
        source,
        new CJKBigramFilter(
            normalize(field, source),
            CJKBigramFilter.HAN
                | CJKBigramFilter.HIRAGANA
                | CJKBigramFilter.KATAKANA
                | CJKBigramFilter.HANGUL,
            true));
  }

  /** What is done to a term that is the beginning of a word or a pattern, too. */
  @Override
  protected TokenStream normalize(String field, TokenStream terms) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(terms)));
  }
}
