package org.entente.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the parts of a document: articles, titles, prose, footnotes, biographies, lists of related
 * articles, and what surrounds the content of a scraped page.
 */
final class Layout {
  private static final Pattern NUMBERED_NOTE =
      Pattern.compile("^\\s*(?:\\[\\d{1,3}]|\\d{1,3}[.)]?|\\^)\\s+\\S.*");
  private static final Pattern BYLINE =
      Pattern.compile(
          "^(?:By|by|BY)\\s+(\\p{Lu}[\\p{L}.' -]+(?:,? and \\p{Lu}[\\p{L}.' -]+)?)\\s*$");
  private static final Pattern NAME_LINE =
      Pattern.compile(
          "^\\p{Lu}[\\p{L}.'-]+(?:(?: (?!and|the|for|of)\\p{Ll}{2,3})* \\p{Lu}[\\p{L}.'-]+){1,3}"
              + "(?:(?:,| and) \\p{Lu}[\\p{L}.'-]+(?: \\p{Lu}[\\p{L}.'-]+){1,3})*$");
  private static final Pattern BIOGRAPHY_NAME =
      Pattern.compile(
          "^(?:Dr\\.? |Prof\\.? )?(\\p{Lu}[\\p{L}.'-]+(?: \\p{Lu}[\\p{L}.'-]+){1,3}) (?:is|was) ");
  private static final Pattern BIOGRAPHY =
      Pattern.compile(
          "^(?:Dr\\.? |Prof\\.? )?\\p{Lu}[\\p{L}.'-]+(?: \\p{Lu}[\\p{L}.'-]+){1,3} (?:is|was) "
              + "(?:an?|the) .{0,80}(?:professor|fellow|director|researcher|analyst|correspondent"
              + "|lecturer|scholar|editor|author|consultant|student|associate|columnist).*",
          Pattern.DOTALL);

  /** A date beside a place or an author: "Dodoma, 2 April 2024". */
  private static final Pattern BESIDE_DATE =
      Pattern.compile(
          "^(?:[Bb]y )?\\p{Lu}[\\p{L}.'-]*(?:,? \\p{Lu}[\\p{L}.'-]*){0,3}[ ,|\u2013-]*$");

  /** How far down a title may stand, in blocks. */
  private static final int HEAD = 20;

  /** A shorter title that a page tells may be a section's. */
  private static final int SHORTEST_TITLE = 12;

  private static final int LETTERHEAD_WORDS = 7;

  /** Characters of the longest notice on who owns a page. */
  private static final int LONGEST_NOTICE = 600;

  private static final int TITLE_WORDS = 45;
  private static final int LONGEST_HEADING = 40;
  private static final int BODY_CHARACTERS = 400;

  private final Lexicon lexicon;
  private final String masked;
  private final String text;

  private final FrontMatter front;
  private final String toldTitle;

  private record Line(int start, int end, String trimmed) {
    boolean isBlank() {
      return trimmed.isEmpty();
    }
  }

  /**
   * The layout of a document.
   *
   * @param title the title that the file's format tells; empty when it tells none
   */
  Layout(Lexicon lexicon, TextView view, String title) {
    this.toldTitle = title;
    this.lexicon = lexicon;
    this.masked = view.masked();
    this.text = view.text();
    this.front = FrontMatter.of(view.text());
  }

  /**
   * The articles of the document.
   *
   * @param told the date that the user tells; null when the text is to tell it
   */
  List<Article> articles(LocalDate told) {
    List<int[]> blocks = blocks(lines());
    List<Paragraph> paragraphs = classify(blocks);
    return group(paragraphs, told);
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    int from = 0;
    while (from <= masked.length()) {
      int to = masked.indexOf('\n', from);
      if (to < 0) {
        to = masked.length();
      }
      int start = from;
      int end = to;
      while (start < end && masked.charAt(start) == ' ') {
        start++;
      }
      while (end > start && masked.charAt(end - 1) == ' ') {
        end--;
      }
      lines.add(new Line(start, end, masked.substring(start, end)));
      from = to + 1;
    }
    return lines;
  }

  /** Paragraphs: lines, or lines up to a blank one where the text is wrapped at a fixed width. */
  private static List<int[]> blocks(List<Line> lines) {
    boolean wrapped = isWrapped(lines);
    List<int[]> blocks = new ArrayList<>();
    int[] open = null;
    for (Line line : lines) {
      if (line.isBlank()) {
        open = null;
        continue;
      }
      if (open != null && wrapped) {
        open[1] = line.end;
      } else {
        open = new int[] {line.start, line.end};
        blocks.add(open);
      }
    }
    return blocks;
  }

  private static boolean isWrapped(List<Line> lines) {
    int cut = 0;
    int longLines = 0;
    int full = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      Line line = lines.get(i);
      int length = line.trimmed.length();
      if (length > 130) {
        longLines++;
      } else if (length > 45) {
        full++;
        char last = line.trimmed.charAt(length - 1);
        Line next = lines.get(i + 1);
        if (Character.isLetterOrDigit(last) || last == ',') {
          cut += next.isBlank() ? 0 : 1;
        }
      }
    }
    return full > 5 && cut > full / 2 && longLines < full / 4;
  }

  private List<Paragraph> classify(List<int[]> blocks) {
    Map<String, Integer> seen = new HashMap<>();
    for (int[] b : blocks) {
      if (b[1] - b[0] < 200) {
        seen.merge(masked.substring(b[0], b[1]), 1, Integer::sum);
      }
    }
    Map<String, Integer> told = new HashMap<>();
    List<Paragraph> out = new ArrayList<>();
    Paragraph.Kind section = Paragraph.Kind.PROSE;
    int article = 0;
    int prose = 0;
    int sinceTitle = 0;
    boolean titled = false;
    int titleAt = titleAt(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      int[] b = blocks.get(i);
      if (b[0] < front.end()) {
        out.add(new Paragraph(b[0], b[1], Paragraph.Kind.META, article));
        continue;
      }
      String block = masked.substring(b[0], b[1]);
      boolean repeated =
          b[1] - b[0] < 200 && seen.get(block) > 1 && told.merge(block, 1, Integer::sum) > 1;
      Paragraph.Kind kind = repeated ? Paragraph.Kind.BOILERPLATE : kind(block, section);
      Paragraph.Kind opened = section(block);
      if (opened != null) {
        section = opened;
        kind = Paragraph.Kind.HEADING;
      } else if (kind == Paragraph.Kind.PROSE && section == Paragraph.Kind.RELATED) {
        section = Paragraph.Kind.PROSE;
      }
      if (kind == Paragraph.Kind.HEADING
          && opened == null
          && prose > BODY_CHARACTERS
          && beginsArticle(blocks, i)) {
        article++;
        prose = 0;
        titled = false;
        section = Paragraph.Kind.PROSE;
      }
      if (kind == Paragraph.Kind.HEADING
          && !titled
          && opened == null
          && prose < 200
          && (article > 0 || i >= titleAt)) {
        kind = Paragraph.Kind.TITLE;
        titled = true;
        sinceTitle = 0;
      } else if (kind == Paragraph.Kind.HEADING
          && titled
          && prose == 0
          && sinceTitle < 3
          && isName(block)) {
        kind = Paragraph.Kind.META;
      }
      sinceTitle++;
      if (kind == Paragraph.Kind.PROSE) {
        prose += block.length();
      }
      out.add(new Paragraph(b[0], b[1], kind, article));
    }
    return biographies(out);
  }

  /** The first block that may be the title: what stands above it is the publisher's. */
  private int titleAt(List<int[]> blocks) {
    int most = Math.min(blocks.size(), HEAD);
    for (int i = 0; i < most && toldTitle.length() >= SHORTEST_TITLE; i++) {
      String block = masked.substring(blocks.get(i)[0], blocks.get(i)[1]);
      if (block.length() >= SHORTEST_TITLE && toldTitle.startsWith(block)) {
        return i;
      }
    }
    for (int i = 0; i < most; i++) {
      String block = masked.substring(blocks.get(i)[0], blocks.get(i)[1]);
      Paragraph.Kind kind = kind(block, Paragraph.Kind.PROSE);
      if (kind == Paragraph.Kind.PROSE) {
        return 0;
      }
      if (kind == Paragraph.Kind.HEADING && !isLetterhead(block)) {
        return i;
      }
    }
    return 0;
  }

  /** "Ministry of Foreign Affairs", "Press release", "State House, Nairobi". */
  private boolean isLetterhead(String block) {
    if (words(block, LETTERHEAD_WORDS + 1) > LETTERHEAD_WORDS) {
      return false;
    }
    List<Token> tokens = lexicon.tokenizer().tokens(block, 0, block.length());
    boolean capitals = true;
    for (Token token : tokens) {
      boolean link =
          lexicon.has(WordSet.PREPOSITION, token.lower())
              || lexicon.has(WordSet.DETERMINER, token.lower())
              || lexicon.has(WordSet.CONJUNCTION, token.lower());
      capitals &= token.isCapital() || link || !token.isWord();
    }
    boolean places = true;
    for (String part : block.split(",")) {
      String name = part.strip();
      places &= lexicon.isState(name) || lexicon.kind(Lexicon.PLACE_KIND, name) != null;
    }
    boolean marked = false;
    for (int at = 0; at < tokens.size(); at++) {
      PhraseIndex.Match<String> match = lexicon.phrases(WordSet.LETTERHEAD).longest(tokens, at);
      marked |= match != null && (capitals || match.end() - at == tokens.size());
    }
    return places || marked;
  }

  private static boolean isName(String block) {
    return NAME_LINE.matcher(block).matches() || BYLINE.matcher(block).matches();
  }

  /** A last short paragraph that says who somebody is tells of the author. */
  private List<Paragraph> biographies(List<Paragraph> paragraphs) {
    List<Paragraph> out = new ArrayList<>(paragraphs);
    for (int i = out.size() - 1; i >= Math.max(1, out.size() - 3); i--) {
      Paragraph p = out.get(i);
      String block = masked.substring(p.start(), p.end());
      if (p.kind() == Paragraph.Kind.PROSE
          && block.length() < 500
          && BIOGRAPHY.matcher(block).matches()) {
        out.set(i, new Paragraph(p.start(), p.end(), Paragraph.Kind.BIOGRAPHY, p.article()));
      } else if (p.kind() == Paragraph.Kind.PROSE) {
        break;
      }
    }
    return out;
  }

  private Paragraph.Kind section(String block) {
    if (block.length() > LONGEST_HEADING) {
      return null;
    }
    String lower = block.toLowerCase(Locale.ROOT).replaceAll("[:#\\s]+$", "").strip();
    if (lexicon.has(WordSet.NOTES_HEADING, lower)) {
      return Paragraph.Kind.FOOTNOTE;
    }
    if (lexicon.has(WordSet.BIOGRAPHY_HEADING, lower)) {
      return Paragraph.Kind.BIOGRAPHY;
    }
    return lexicon.has(WordSet.RELATED_HEADING, lower) ? Paragraph.Kind.RELATED : null;
  }

  /** How many words a block has, counted no further than a number. */
  private static int words(String block, int most) {
    int words = 0;
    boolean within = false;
    for (int i = 0; i < block.length() && words < most; i++) {
      boolean space = Character.isWhitespace(block.charAt(i));
      if (!space && !within) {
        words++;
      }
      within = !space;
    }
    return words;
  }

  private Paragraph.Kind kind(String block, Paragraph.Kind section) {
    String lower = block.toLowerCase(Locale.ROOT);
    int words = words(block, TITLE_WORDS + 2);
    char last = block.charAt(block.length() - 1);
    boolean closed = ".!?\"”)'".indexOf(last) >= 0 || last == ':' || last == ';';
    if (isBoilerplate(lower, words)) {
      return Paragraph.Kind.BOILERPLATE;
    }
    boolean dated = words <= 12 && lexicon.printedDate().find(block).isPresent();
    if (dated && (lexicon.printedDate().fills(block) || isBesideDate(block))
        || BYLINE.matcher(block).matches()
        || block.chars().allMatch(c -> "-=*_ .".indexOf(c) >= 0)) {
      return Paragraph.Kind.META;
    }
    if (section == Paragraph.Kind.FOOTNOTE || section == Paragraph.Kind.BIOGRAPHY) {
      return section;
    }
    if (NUMBERED_NOTE.matcher(block).matches() && isReference(lower)) {
      return Paragraph.Kind.FOOTNOTE;
    }
    boolean heading =
        words <= TITLE_WORDS && !closed
            || words <= TITLE_WORDS && block.startsWith("(") && block.endsWith(")");
    if (heading) {
      return section == Paragraph.Kind.RELATED ? Paragraph.Kind.RELATED : Paragraph.Kind.HEADING;
    }
    return Paragraph.Kind.PROSE;
  }

  private boolean isBesideDate(String block) {
    return BESIDE_DATE.matcher(lexicon.printedDate().without(block).strip()).matches();
  }

  private boolean isReference(String lower) {
    return has(WordSet.REFERENCE, tokens(lower), Integer.MAX_VALUE);
  }

  private boolean isBoilerplate(String lower, int words) {
    if (words > 14) {
      return lower.length() <= LONGEST_NOTICE
          && has(WordSet.COPYRIGHT, tokens(lower), Integer.MAX_VALUE);
    }
    if (lexicon.has(WordSet.BOILERPLATE, lower.replaceAll("[:!.]+$", ""))) {
      return !lexicon.has(WordSet.RELATED_HEADING, lower.replaceAll("[:!.]+$", ""));
    }
    List<Token> tokens = tokens(lower);
    return words <= 8
        && (has(WordSet.BOILERPLATE_OPENING, tokens, 1)
            || has(WordSet.COPYRIGHT, tokens, Integer.MAX_VALUE));
  }

  private List<Token> tokens(String block) {
    return lexicon.tokenizer().tokens(block, 0, block.length());
  }

  /** Whether a phrase of a set begins at one of the first tokens. */
  private boolean has(WordSet set, List<Token> tokens, int first) {
    for (int at = 0; at < Math.min(first, tokens.size()); at++) {
      if (lexicon.phrases(set).longest(tokens, at) != null) {
        return true;
      }
    }
    return false;
  }

  /** A heading begins another article when a line that is only a date follows it closely. */
  private boolean beginsArticle(List<int[]> blocks, int i) {
    for (int j = i + 1; j < Math.min(i + 4, blocks.size()); j++) {
      String block = masked.substring(blocks.get(j)[0], blocks.get(j)[1]);
      if (lexicon.printedDate().find(block).isPresent() && lexicon.printedDate().fills(block)) {
        return true;
      }
      if (block.length() > 160) {
        return false;
      }
    }
    return false;
  }

  private List<Article> group(List<Paragraph> paragraphs, LocalDate told) {
    List<Article> articles = new ArrayList<>();
    int count = paragraphs.isEmpty() ? 0 : paragraphs.get(paragraphs.size() - 1).article() + 1;
    for (int n = 0; n < count; n++) {
      int number = n;
      List<Paragraph> own = paragraphs.stream().filter(p -> p.article() == number).toList();
      boolean fronted = n == 0 && front.date() != null;
      LocalDate printed = fronted ? front.day() : printedDate(own);
      boolean useTold = told != null && (count == 1 || printed == null);
      LocalDate date = useTold ? told : printed;
      String period = fronted && !useTold ? front.date() : date == null ? null : date.toString();
      Article.DateBasis basis =
          period == null ? null : useTold ? Article.DateBasis.TOLD : Article.DateBasis.PRINTED;
      articles.add(
          new Article(
              n,
              n == 0 && !front.title().isEmpty() ? front.title() : title(own),
              n == 0 && !front.author().isEmpty() ? front.author() : author(own),
              date,
              period,
              basis,
              own));
    }
    return articles;
  }

  private LocalDate printedDate(List<Paragraph> paragraphs) {
    int seen = 0;
    for (Paragraph p : paragraphs) {
      String block = masked.substring(p.start(), Math.min(p.end(), p.start() + 200));
      boolean head = p.kind() == Paragraph.Kind.META || p.kind() == Paragraph.Kind.TITLE;
      if (head || PrintedDate.opens(block)) {
        LocalDate date = lexicon.printedDate().find(block).orElse(null);
        if (date != null) {
          return date;
        }
      }
      if (++seen > 12) {
        break;
      }
    }
    return null;
  }

  private String title(List<Paragraph> paragraphs) {
    return paragraphs.stream()
        .filter(p -> p.kind() == Paragraph.Kind.TITLE)
        .findFirst()
        .map(p -> text.substring(p.start(), p.end()))
        .orElse("");
  }

  private String author(List<Paragraph> paragraphs) {
    for (Paragraph p : paragraphs) {
      if (p.kind() == Paragraph.Kind.META && p.start() >= front.end()) {
        String block = masked.substring(p.start(), p.end());
        Matcher m =
            BYLINE.matcher(lexicon.printedDate().without(block).replaceFirst("[\\s,|]+$", ""));
        if (m.matches()) {
          return m.group(1);
        }
        for (String part : block.split("\\|")) {
          boolean name = NAME_LINE.matcher(part.strip()).matches();
          if (name && lexicon.printedDate().find(part).isEmpty()) {
            return part.strip();
          }
        }
      }
    }
    return paragraphs.stream()
        .filter(p -> p.kind() == Paragraph.Kind.BIOGRAPHY)
        .map(p -> BIOGRAPHY_NAME.matcher(masked.substring(p.start(), p.end())))
        .filter(Matcher::find)
        .map(m -> m.group(1))
        .findFirst()
        .orElse("");
  }
}
