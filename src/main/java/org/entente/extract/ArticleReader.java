package org.entente.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.extract.Chunk.Kind;
import org.entente.model.Edtf;

/** Reads one article: its persons first, then its sentences one after the other. */
final class ArticleReader {
  private static final Set<EventType> TAKES_DATE_OF_PREVIOUS =
      Set.of(EventType.MEETING, EventType.STATEMENT, EventType.DECLARATION, EventType.AGREEMENT);

  /** Characters of the longest heading that is a date. */
  private static final int LONGEST_HEADING = 40;

  /** How much at most follows who speaks in the line that names them: an office. */
  private static final int MOST_AFTER_SPEAKER = 6;

  private final Lexicon lexicon;
  private final MentionFinder finder;
  private final DateGrammar grammar;
  private final Chunker chunker;
  private final People people;
  private final Discourse discourse;

  /**
   * What an article tells.
   *
   * @param drafts events and statements, in the order of the text
   * @param judgements recommendations and assessments
   * @param namings where somebody is named
   * @param topics what events are about
   */
  record Told(
      List<Draft> drafts,
      List<Judgement> judgements,
      List<Naming> namings,
      List<Topics.Topic> topics) {}

  /**
   * A sentence with what is found in it.
   *
   * @param year year of the heading that it stands under; 0 when there is none
   */
  private record Read(
      Sentence sentence, List<Mention> mentions, List<DateExpression> dates, int year) {}

  ArticleReader(
      Lexicon lexicon,
      MentionFinder finder,
      DateGrammar grammar,
      Chunker chunker,
      Map<String, String> stateIds) {
    this.lexicon = lexicon;
    this.people = new People(lexicon);
    this.finder = finder;
    this.grammar = grammar;
    this.chunker = chunker;
    this.discourse = new Discourse(lexicon, people, stateIds);
  }

  /**
   * What an article tells.
   *
   * @param counter numbers of the next sentence and paragraph of the document
   */
  Told read(TextView view, Article article, int[] counter) {
    SentenceSplitter splitter = new SentenceSplitter(lexicon);
    List<Read> sentences = new ArrayList<>();
    List<Read> titles = new ArrayList<>();
    List<Sentence> split = new ArrayList<>();
    Set<String> vocabulary = new HashSet<>();
    Map<Integer, Integer> years = new HashMap<>();
    int year = 0;
    for (Paragraph paragraph : article.paragraphs()) {
      int number = counter[1]++;
      year = headingYear(view, paragraph, year);
      years.put(number, year);
      if (!paragraph.isRead()) {
        continue;
      }
      for (Sentence sentence : splitter.sentences(view.masked(), paragraph, number)) {
        split.add(sentence);
        for (Token token : sentence.tokens()) {
          if (token.isWord() && !token.isCapital()) {
            vocabulary.add(token.text());
          }
        }
      }
    }
    for (Sentence sentence : split) {
      Paragraph paragraph = sentence.paragraph();
      List<DateExpression> dates = grammar.dates(sentence.tokens());
      Read read =
          new Read(
              sentence,
              names(finder.mentions(sentence.tokens(), dates), vocabulary, paragraph),
              dates,
              years.get(sentence.paragraphNumber()));
      (paragraph.kind() == Paragraph.Kind.TITLE ? titles : sentences).add(read);
      noteShortForms(sentence.tokens(), read.mentions);
      for (Mention mention : read.mentions) {
        if (mention.is(Mention.Kind.PERSON)) {
          people.note(mention);
        } else if (mention.is(Mention.Kind.BODY) && mention.states().size() == 2) {
          discourse.common(mention.name(), mention.states());
        } else if (mention.is(Mention.Kind.ORGANISATION)) {
          discourse.organisation(
              mention.name(), Words.join(sentence.tokens(), mention.first(), mention.last()));
        }
      }
    }
    people.complete();
    titles.forEach(this::noteAddress);
    sentences.forEach(this::noteAddress);
    discourse.principals(counts(titles, sentences));
    Set<String> named = new HashSet<>();
    titles.forEach(read -> noteNames(read, named));
    sentences.forEach(read -> noteNames(read, named));
    discourse.named(named);
    Set<String> topic = new TreeSet<>();
    titles.forEach(read -> read.mentions.forEach(mention -> topic.addAll(mention.states())));
    discourse.topic(topic);
    List<Draft> out = new ArrayList<>();
    TitleReader title = new TitleReader(lexicon, discourse);
    for (Read read : titles) {
      out.addAll(title.read(read.sentence, read.mentions, article, counter[0]++));
    }
    boolean firstPerson = isFirstPerson(sentences);
    List<Participant> head =
        discourse.firstPerson().isEmpty() ? author(view, article) : discourse.firstPerson();
    if (firstPerson) {
      discourse.firstPerson(head);
    }
    boolean ofThatDay = isOfOneDay(titles, article);
    boolean dateline = !ofThatDay && hasDateline(view, article);
    DateBinder binder = new DateBinder(lexicon);
    SpeakerLabels speakers = new SpeakerLabels(finder, lexicon, discourse, head);
    SentenceReader reader = new SentenceReader(lexicon, discourse);
    QuoteTracker quotes = new QuoteTracker(view.masked());
    Draft anchor = null;
    JudgementReader judge = new JudgementReader(lexicon, discourse, view, authors(article));
    List<Judgement> judgements = new ArrayList<>();
    List<Naming> namings = new ArrayList<>();
    Topics subjects = new Topics(lexicon);
    List<Topics.Topic> topics = new ArrayList<>();
    int paragraph = -1;
    boolean entry = false;
    for (Read read : sentences) {
      if (read.sentence.paragraphNumber() != paragraph) {
        paragraph = read.sentence.paragraphNumber();
        entry = isEntry(view, read.sentence.paragraph());
        discourse.paragraph();
      }
      speakers.hear(read.sentence, view.masked());
      List<Mention> mentions = resolved(read.mentions);
      Syntax syntax =
          new Syntax(
              read.sentence.tokens(), chunker.chunks(read.sentence.tokens(), mentions, read.dates));
      SentenceReader.Scene scene =
          new SentenceReader.Scene(
              read.sentence,
              counter[0]++,
              syntax,
              quotes.quoted(read.sentence, syntax),
              new boolean[syntax.size()],
              entry);
      binder.heading(read.year);
      List<Draft> drafts = binder.bind(scene, reader.read(scene), article.date());
      judge.read(scene, drafts).ifPresent(judgements::add);
      namings.addAll(namings(read.sentence, mentions));
      mentions.stream().filter(m -> m.is(Mention.Kind.PERSON)).forEach(people::mentioned);
      topics.addAll(subjects.of(scene, drafts));
      for (Draft draft : drafts) {
        Draft done = summit(notYet(draft, article), syntax);
        if (firstPerson && isOwnSpeech(done)) {
          continue;
        }
        done = inherit(done, anchor);
        out.add(done);
        boolean anchors =
            done.date() != null
                && done.date().basis() != EventDate.Basis.PREVIOUS_EVENT
                && done.type().isEncounter()
                && !done.participants().isEmpty();
        if (anchors) {
          anchor = done;
        }
        if (!done.participants().isEmpty() && done.type().isEncounter()) {
          discourse.remember(done.participants());
        }
      }
    }
    int opening = sentences.isEmpty() ? 0 : sentences.get(0).sentence.paragraphNumber();
    List<Draft> dated =
        new SpokenDates(article.date(), ofThatDay, dateline, binder.told(), opening)
            .date(view, out);
    return new Told(dated, List.copyOf(judgements), List.copyOf(namings), List.copyOf(topics));
  }

  /**
   * Who speaks in a text in the first person: its only author, else the holder of an office whom a
   * line before the text names; empty where neither is there.
   */
  private List<Participant> author(TextView view, Article article) {
    List<Participant> authors = authors(article);
    if (authors.size() == 1) {
      return authors;
    }
    for (Paragraph paragraph : article.paragraphs()) {
      if (paragraph.kind() == Paragraph.Kind.PROSE) {
        break;
      }
      String head = view.masked().substring(paragraph.start(), paragraph.end());
      boolean title = paragraph.kind() == Paragraph.Kind.TITLE;
      for (String line : head.replace('\\', ' ').split("\n")) {
        List<Participant> speaker = speaker(Words.capitalised(line), title);
        if (!speaker.isEmpty()) {
          return speaker;
        }
      }
    }
    return List.of();
  }

  /** "Minister Ana Example", "Statement by the minister", and in a title "The Hon Ana Example". */
  private List<Participant> speaker(String line, boolean title) {
    List<Token> tokens = lexicon.tokenizer().tokens(line, 0, line.length());
    boolean opened = false;
    int at = 0;
    for (Mention mention : finder.mentions(tokens, List.of())) {
      for (; at < mention.first(); at++) {
        opened |= lexicon.phrases(WordSet.SPEECH_OPENING).longest(tokens, at) != null;
      }
      int left = tokens.size() - mention.last();
      boolean opens = mention.first() < 2 && left <= MOST_AFTER_SPEAKER;
      String before = mention.first() == 0 ? "" : tokens.get(mention.first() - 1).text();
      boolean follows = before.equals("-") || before.equals(":") || before.equals("—");
      boolean honoured = opens && mention.title().startsWith("hon");
      boolean office =
          !title
              && (opens || opened || left < 2 && follows)
              && lexicon.postKind(mention.title()) != null;
      if (mention.is(Mention.Kind.PERSON) && (honoured || office)) {
        return discourse.resolve(mention);
      }
    }
    return List.of();
  }

  /** The persons named as the authors; empty where none is known by name. */
  private List<Participant> authors(Article article) {
    String line = Words.capitalised(article.author());
    List<Token> tokens = lexicon.tokenizer().tokens(line, 0, line.length());
    List<Participant> out = new ArrayList<>();
    for (Mention mention : finder.mentions(tokens, List.of())) {
      boolean name =
          mention.is(Mention.Kind.PERSON)
              || (mention.is(Mention.Kind.NAME) || mention.is(Mention.Kind.UNKNOWN))
                  && mention.last() - mention.first() > 1
                  && tokens.subList(mention.first(), mention.last()).stream()
                      .noneMatch(this::isOfPlace);
      if (name) {
        out.add(Participant.person(mention.name(), mention.id()));
      }
    }
    return List.copyOf(out);
  }

  /** "Lima Naval Base", "Trade Institute": no author. */
  private boolean isOfPlace(Token token) {
    return token.is("base")
        || lexicon.isPlaceWord(token.text())
        || lexicon.isOrganisationWord(token.text());
  }

  /** Where a sentence names somebody, and the office that it names with them. */
  private List<Naming> namings(Sentence sentence, List<Mention> mentions) {
    List<Naming> out = new ArrayList<>();
    List<Token> tokens = sentence.tokens();
    for (Mention mention : mentions) {
      List<Participant> named = discourse.named(mention);
      if (named.size() != 1) {
        continue;
      }
      String before = mention.first() == 0 ? "" : tokens.get(mention.first() - 1).lower();
      boolean held =
          lexicon.postKind(mention.title()) != null
              && !lexicon.has(WordSet.NOT_IN_OFFICE, before)
              && !lexicon.has(WordSet.NOT_IN_OFFICE, tokens.get(mention.first()).lower());
      Naming.Office office =
          held && mention.is(Mention.Kind.PERSON)
              ? new Naming.Office(
                  mention.title(),
                  lexicon.postKind(mention.title()),
                  mention.states().size() == 1 ? mention.states().get(0) : null)
              : null;
      out.add(
          new Naming(
              named.get(0).name(),
              tokens.get(mention.first()).start(),
              tokens.get(mention.last() - 1).end(),
              office));
    }
    return out;
  }

  /** The year under which the paragraphs after a heading stand: "2021", "March 2021". */
  private int headingYear(TextView view, Paragraph paragraph, int before) {
    if (paragraph.end() - paragraph.start() > LONGEST_HEADING) {
      return before;
    }
    List<Token> tokens =
        lexicon.tokenizer().tokens(view.masked(), paragraph.start(), paragraph.end());
    List<DateExpression> dates = grammar.dates(tokens);
    boolean alone =
        dates.size() == 1
            && dates.get(0).first() == 0
            && dates.get(0).last() >= tokens.size() - 1
            && dates.get(0).form() == DateExpression.Form.ABSOLUTE
            && dates.get(0).from().day() == 0;
    return alone ? dates.get(0).from().year() : before;
  }

  private static void noteNames(Read read, Set<String> named) {
    for (Mention mention : read.mentions) {
      if (mention.is(Mention.Kind.ORGANISATION)) {
        named.add(mention.name());
      } else if (!mention.is(Mention.Kind.METONYM) && !mention.is(Mention.Kind.PLACE)) {
        named.addAll(mention.states());
      }
    }
  }

  /** "the Peruvian Ministry of Trade (MOT)": letters in parentheses stand for the body before. */
  private void noteShortForms(List<Token> tokens, List<Mention> mentions) {
    for (int i = 1; i < mentions.size(); i++) {
      Mention whole = mentions.get(i - 1);
      Mention letters = mentions.get(i);
      boolean body = whole.is(Mention.Kind.BODY) || whole.is(Mention.Kind.ORGANISATION);
      boolean inside =
          letters.last() == letters.first() + 1
              && letters.first() == whole.last() + 1
              && tokens.get(whole.last()).is("(")
              && letters.last() < tokens.size()
              && tokens.get(letters.last()).is(")");
      if (body && inside && !letters.is(Mention.Kind.STATE)) {
        discourse.shortForm(tokens.get(letters.first()).text(), whole);
      }
    }
  }

  /** "Mr", "Queen": what tells whether "he" or "she" can be meant. */
  private void noteAddress(Read read) {
    for (Mention mention : read.mentions) {
      String first = read.sentence.tokens().get(mention.first()).lower();
      boolean told = lexicon.has(WordSet.MALE, first) || lexicon.has(WordSet.FEMALE, first);
      if (told && mention.is(Mention.Kind.PERSON)) {
        people.address(mention, first);
      }
    }
  }

  /** "5 June 2018 - The president flies to …": an entry of a chronology, in the present tense. */
  private boolean isEntry(TextView view, Paragraph paragraph) {
    int end = Math.min(paragraph.end(), paragraph.start() + 60);
    List<Token> tokens = lexicon.tokenizer().tokens(view.masked(), paragraph.start(), end);
    List<DateExpression> dates = grammar.dates(tokens);
    if (dates.isEmpty() || dates.get(0).first() != 0 || dates.get(0).last() >= tokens.size()) {
      return false;
    }
    String mark = tokens.get(dates.get(0).last()).text();
    return mark.equals("-") || mark.equals("\u2014") || mark.equals(":");
  }

  /** How often each state is named, the title counting thrice. */
  private static Map<String, Integer> counts(List<Read> titles, List<Read> sentences) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Read read : titles) {
      read.mentions.forEach(m -> m.states().forEach(s -> counts.merge(s, 3, Integer::sum)));
    }
    for (Read read : sentences) {
      for (Mention mention : read.mentions) {
        if (!isWhere(read.sentence.tokens(), mention)) {
          mention.states().forEach(s -> counts.merge(s, 1, Integer::sum));
        }
      }
    }
    return counts;
  }

  /** "met in Vienna", "the Paris Agreement": a capital there stands for no state. */
  private static boolean isWhere(List<Token> tokens, Mention mention) {
    if (!mention.is(Mention.Kind.METONYM)) {
      return false;
    }
    String before = mention.first() == 0 ? "" : tokens.get(mention.first() - 1).lower();
    boolean within = before.equals("in") || before.equals("at") || before.equals("to");
    boolean name = mention.last() < tokens.size() && tokens.get(mention.last()).isCapital();
    return within || name;
  }

  /** "GENEVA, 3 May -": what a report of a day tells as said was said on it. */
  private boolean hasDateline(TextView view, Article article) {
    if (article.date() == null) {
      return false;
    }
    for (Paragraph paragraph : article.paragraphs()) {
      if (paragraph.kind() != Paragraph.Kind.PROSE && paragraph.kind() != Paragraph.Kind.META) {
        continue;
      }
      int end = Math.min(paragraph.end(), paragraph.start() + 70);
      List<Token> tokens = lexicon.tokenizer().tokens(view.masked(), paragraph.start(), end);
      for (DateExpression date : grammar.dates(tokens)) {
        boolean alone =
            date.first() > 1
                && tokens.get(date.first() - 1).is(",")
                && date.last() == tokens.size()
                && end == paragraph.end()
                && date.from() != null
                && date.from().day() == article.date().getDayOfMonth();
        if (alone) {
          return true;
        }
        boolean line =
            date.first() > 0
                && date.from() != null
                && date.from().month() == article.date().getMonthValue()
                && date.last() < tokens.size()
                && "-—:(".contains(tokens.get(date.last()).text())
                && tokens.get(0).isCapital();
        if (line) {
          return true;
        }
      }
      if (paragraph.kind() == Paragraph.Kind.PROSE) {
        return false;
      }
    }
    return false;
  }

  /** Whether a title says that the document tells of what was said on its own day. */
  private boolean isOfOneDay(List<Read> titles, Article article) {
    if (article.date() == null) {
      return false;
    }
    for (Read read : titles) {
      List<Token> tokens = read.sentence.tokens();
      for (int i = 0; i < tokens.size(); i++) {
        if (lexicon.phrases(WordSet.SPOKEN_TITLE).longest(tokens, i) != null) {
          return true;
        }
      }
    }
    return false;
  }

  /** What has a date after the document's is no fact yet. */
  private static Draft notYet(Draft draft, Article article) {
    if (draft.certainty() != Certainty.ASSERTED || draft.date() == null || article.date() == null) {
      return draft;
    }
    boolean ahead =
        Edtf.parse(draft.date().edtf())
            .map(Edtf::earliestBegin)
            .filter(begin -> begin.isAfter(article.date()))
            .isPresent();
    return ahead ? draft.withCertainty(Certainty.PLANNED, "date:ahead") : draft;
  }

  /** A row of capitals is a name where none of its words is also written small. */
  private static List<Mention> names(
      List<Mention> mentions, Set<String> vocabulary, Paragraph paragraph) {
    List<Mention> out = new ArrayList<>();
    for (Mention mention : mentions) {
      boolean merelyFirst =
          mention.is(Mention.Kind.UNKNOWN)
              && mention.first() == 0
              && mention.last() == 1
              && vocabulary.contains(Words.lower(mention.name()));
      if (merelyFirst) {
        continue;
      }
      if (!mention.is(Mention.Kind.NAME)) {
        out.add(mention);
        continue;
      }
      boolean person = paragraph.kind() != Paragraph.Kind.TITLE;
      for (String word : mention.name().split("[ -]")) {
        person &= !vocabulary.contains(Words.lower(word));
      }
      Mention.Kind kind = person ? Mention.Kind.PERSON : Mention.Kind.UNKNOWN;
      out.add(mention.renamed(kind, mention.name(), mention.id()));
    }
    return out;
  }

  /** Single words become persons where the article names somebody so. */
  private List<Mention> resolved(List<Mention> mentions) {
    List<Mention> out = new ArrayList<>();
    for (Mention mention : mentions) {
      boolean open =
          mention.is(Mention.Kind.UNKNOWN)
              || mention.is(Mention.Kind.PLACE) && mention.id() == null;
      if (open) {
        People.Person person = people.resolve(mention);
        if (person != null) {
          out.add(mention.renamed(Mention.Kind.PERSON, mention.name(), person.id()));
          continue;
        }
      }
      out.add(mention);
    }
    return out;
  }

  private boolean isFirstPerson(List<Read> sentences) {
    int first = 0;
    for (Read read : sentences) {
      boolean speaks = false;
      boolean quoted = false;
      for (Token token : read.sentence.tokens()) {
        quoted |= "“”\"".contains(token.text());
        speaks |= token.text().equals("I") || token.is("we") || token.is("my");
      }
      first += speaks && !quoted ? 1 : 0;
    }
    return sentences.size() > 3 && first * 10 >= sentences.size() * 4;
  }

  private boolean isOwnSpeech(Draft draft) {
    return draft.type().isSpeech()
        && !draft.participants().isEmpty()
        && draft.participants().equals(discourse.firstPerson());
  }

  /** A meeting of heads of state or government is a summit. */
  private Draft summit(Draft draft, Syntax syntax) {
    if (draft.type() != EventType.MEETING || draft.traits().noun() && !draft.traits().carried()) {
      return draft;
    }
    long heads = draft.participants().stream().filter(p -> discourse.rank(p) == Rank.HEAD).count();
    boolean leaders = false;
    for (int at = draft.span().phrase(); at < syntax.size(); at++) {
      if (syntax.is(at, Kind.ACTOR)) {
        Mention mention = syntax.chunk(at).mention();
        leaders |=
            mention.is(Mention.Kind.ROLE)
                && mention.plural()
                && mention.rank() == Rank.HEAD
                && mention.title().startsWith("leader")
                && !mention.states().isEmpty();
      }
    }
    boolean all = heads == draft.participants().size() && heads > 1;
    return all || heads > 0 && leaders
        ? draft.withType(EventType.SUMMIT, "Summit", "type:heads-meet")
        : draft;
  }

  /** What the same people do in the same paragraph after a dated encounter has its date. */
  private static Draft inherit(Draft draft, Draft anchor) {
    if (draft.date() != null
        || anchor == null
        || draft.traits().anaphoric()
        || draft.traits().noun() && !draft.traits().carried()
        || draft.span().paragraph() != anchor.span().paragraph()
        || draft.certainty() != anchor.certainty()
        || !TAKES_DATE_OF_PREVIOUS.contains(draft.type())) {
      return draft;
    }
    boolean shared =
        draft.participants().stream()
            .anyMatch(p -> anchor.participants().stream().anyMatch(q -> q.name().equals(p.name())));
    if (!shared) {
      return draft;
    }
    EventDate date = anchor.date();
    return draft.withDate(
        new EventDate(
            date.edtf(), EventDate.Basis.PREVIOUS_EVENT, date.edtf(), date.start(), date.end()),
        "date:" + EventDate.Basis.PREVIOUS_EVENT.name().toLowerCase(Locale.ROOT));
  }
}
