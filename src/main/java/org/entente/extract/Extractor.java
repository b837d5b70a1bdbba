package org.entente.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads documents that nobody has prepared and proposes what they tell, each with its passage. It
 * knows no particular pair of states: what it knows is the lexicon and the names table. The same
 * text gives the same candidates, on any machine and in any order of documents.
 */
public final class Extractor {
  /** Version, as candidate rows name their producer. */
  public static final String VERSION = "1";

  private final Lexicon lexicon;
  private final MentionFinder mentions;
  private final DateGrammar dates;
  private final Chunker chunker;
  private final Map<String, String> stateIds = new TreeMap<>();

  private Extractor(Lexicon lexicon, NamesTable names) {
    this.lexicon = lexicon;
    this.mentions = new MentionFinder(lexicon, names);
    this.dates = new DateGrammar(lexicon);
    this.chunker = new Chunker(lexicon);
    for (NamesTable.Name name : names.names()) {
      if (name.entity().kind() == Entity.Kind.STATE) {
        stateIds.put(name.entity().name(), name.entity().id());
      }
    }
  }

  /**
   * An extractor.
   *
   * @param lexicon what is known of the language
   * @param names names of the tables; may be empty
   */
  public static Extractor of(Lexicon lexicon, NamesTable names) {
    return new Extractor(lexicon, names);
  }

  /** What it knows of the language. */
  public Lexicon lexicon() {
    return lexicon;
  }

  /**
   * What a document tells.
   *
   * @param document identifier of the document
   * @param text its text, as it was read
   * @param date its date; null when the text is to tell it
   */
  public Reading read(String document, String text, LocalDate date) {
    return read(document, text, "", date);
  }

  /**
   * What a file tells that was read.
   *
   * @param document identifier of the document
   * @param file what was read: a text
   * @param date its date; null when the text is to tell it
   */
  public Reading read(String document, DocumentReader.Outcome file, LocalDate date) {
    return read(document, file.text(), file.title(), date);
  }

  private Reading read(String document, String text, String title, LocalDate date) {
    TextView view = TextView.of(text);
    List<Article> articles = new Layout(lexicon, view, title).articles(date);
    List<Draft> drafts = new ArrayList<>();
    List<Naming> namings = new ArrayList<>();
    List<Topics.Topic> topics = new ArrayList<>();
    List<Judgement> judgements = new ArrayList<>();
    int[] counter = {0, 0};
    for (Article article : articles) {
      ArticleReader.Told told =
          new ArticleReader(lexicon, mentions, dates, chunker, stateIds)
              .read(view, article, counter);
      drafts.addAll(told.drafts());
      namings.addAll(told.namings());
      topics.addAll(told.topics());
      judgements.addAll(told.judgements());
    }
    List<Candidate> candidates =
        new Assembler(document, view, new Occasions(lexicon), new Witnesses(view, namings, topics))
            .assemble(drafts);
    return new Reading(
        document,
        view.text(),
        articleSummaries(view, articles),
        candidates,
        List.copyOf(judgements));
  }

  private static List<Reading.Part> articleSummaries(TextView view, List<Article> articles) {
    List<Reading.Part> parts = new ArrayList<>();
    for (Article article : articles) {
      int start = view.codePoint(article.paragraphs().get(0).start());
      int end = view.codePoint(article.paragraphs().get(article.paragraphs().size() - 1).end());
      parts.add(
          new Reading.Part(
              article.title(),
              article.author(),
              article.period(),
              article.dateBasis() == Article.DateBasis.PRINTED
                  ? "printed"
                  : article.dateBasis() == null ? null : "told",
              start,
              end));
    }
    return List.copyOf(parts);
  }
}
