package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.entente.rdf.Ent;
import org.entente.store.DatasetFolder;
import org.entente.testing.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a document that nobody has prepared to rows of the tables. */
final class ReviewTest {
  private static final String NOTE =
      """
      A note on the coast

      President Ada Vik of Norland met Prime Minister Lone Jensen of Westland in Port Ash on 9 May 2024.

      Vik said that the coast needs peace. Jensen will visit Norland in March 2025.
      """;
  private static final String MEETING =
      "\"President Ada Vik of Norland met Prime Minister Lone Jensen of Westland in Port Ash on 9"
          + " May 2024.\"";

  /** Vik is known by another order of her names; the rest is accepted, rejected and skipped. */
  private static final String[] ANSWERS = {
    "m 1", "Commentary", "a", "City", "r too vague to cite", "s"
  };

  @TempDir Path folder;

  private Project project;

  @BeforeEach
  void soundProjectAndADocument() {
    project = Project.sound(folder);
    project.write("new/003_note.txt", NOTE);
  }

  private Project.Run extract() {
    return project.run(
        Main::execute,
        "extract",
        folder.resolve("new").toString(),
        "--tables",
        project.tables().toString(),
        "--out",
        folder.resolve("work").toString());
  }

  private Project.Run review(String... answers) {
    InputStream before = System.in;
    try {
      byte[] lines = (String.join("\n", answers) + "\n").getBytes(StandardCharsets.UTF_8);
      System.setIn(new ByteArrayInputStream(lines));
      return project.run(Main::execute, reviewArguments());
    } finally {
      System.setIn(before);
    }
  }

  private String[] reviewArguments(String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of(
                "review",
                folder.resolve("work").toString(),
                "--tables",
                project.tables().toString(),
                "--documents",
                project.documents().toString(),
                "--graph",
                project.out().toString(),
                "--reviewer",
                "tester"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private Project.Run replay() {
    return project.run(Main::execute, reviewArguments("--replay"));
  }

  private String added(String table, String before) {
    String now = project.read("tables/" + table + ".csv");
    assertTrue(now.startsWith(before), "rows are only added to " + table);
    return now.substring(before.length());
  }

  private String last(String table) {
    List<String> lines = project.read("tables/" + table + ".csv").lines().toList();
    return lines.get(lines.size() - 1);
  }

  private void assertSound() {
    Project.Run check =
        project.run(
            Main::execute,
            "check",
            "--tables",
            project.tables().toString(),
            "--documents",
            project.documents().toString());
    assertEquals("", check.err());
    assertEquals(0, check.code());
  }

  @Test
  void whatIsAcceptedEntersTheTables() {
    assertEquals(
        "3 candidates for review in work; 0 decided before, 0 in the tables already\n",
        extract().out());
    String passages = project.read("tables/passages.csv");
    String files = project.read("tables/files.csv");
    Project.Run run = review(ANSWERS);
    assertEquals("", run.err());
    assertEquals(0, run.code());
    assertTrue(
        run.out()
            .endsWith(
                """
                3 decided, 1 wait
                entered in tables: 1 documents, 1 events, 1 files, 1 names, 2 participations,\
                 2 passages, 1 persons, 1 places
                """),
        run.out());
    String event = last("events");
    assertTrue(
        event.matches(
            "event/003-note-summit-[0-9a-f]{10},Summit,\"Summit of Ada Vik, Lone Jensen in Port Ash"
                + " \\(2024-05-09\\)\",2024-05-09,place/port-ash,passage/003-note-[0-9a-f]{10},"
                + "extractor 1,tester"),
        event);
    assertTrue(project.read("tables/participations.csv").contains(",person/vik-ada,participant,"));
    assertTrue(
        last("names").startsWith("person/vik-ada,Ada Vik,en,VariantSpelling,,passage/003-note-"));
    assertTrue(added("passages", passages).contains("," + MEETING.replace("\"", "") + ",21,119"));
    assertTrue(added("files", files).startsWith("003,003_note.txt,"));
    assertEquals(NOTE, project.read("documents/003_note.txt"));
    assertSound();
  }

  /** Advice, an assessment, an office and a date told elsewhere, from the text into the graph. */
  @Test
  void whatAnAuthorJudgesAndEverySlotWithItsWordsReachTheGraph() throws java.io.IOException {
    project.write(
        "new/003_note.txt",
        """
        Norland and Southmark after the storm

        By Ida Holm

        President Ada Vik of Norland flew to Port Ash on 9 May 2024. She met the opposition leader, Ole Ness.

        Norland should reopen the port. The greatest risk is a return of the smugglers of Norland.
        """);
    extract();
    Project.Run run = review("m 1", "Commentary", "a", "City", "a", "s", "a", "a");
    assertEquals("", run.err());
    assertSound();
    assertEquals(0, project.run(Main::execute, project.buildArguments()).code());
    DatasetGraph graph =
        DatasetFolder.at(project.out()).load(DatasetFolder.at(project.out()).requireCurrent());
    assertEquals(
        List.of("Norland should reopen the port"),
        words(graph, "recommendation/003-note", Ent.term("addressee")));
    assertEquals(
        List.of("The greatest risk is a return of the smugglers of Norland"),
        words(graph, "assessment/003-note", Ent.term("assessmentKind")));
    assertEquals(
        List.of("9 May 2024", "She met the opposition leader, Ole Ness."),
        words(graph, "event/003-note-meeting", Ent.term("date")));
    assertEquals(
        List.of("President Ada Vik of Norland", "She met the opposition leader, Ole Ness."),
        words(graph, "participation/003-note-meeting", Ent.term("capacity")));
  }

  /** The words that prove a property of the thing whose identifier begins so. */
  private static List<String> words(DatasetGraph graph, String id, Node property) {
    return Iter.asStream(graph.find(Node.ANY, Node.ANY, RDF.predicate.asNode(), property))
        .map(Quad::getSubject)
        .filter(claim -> one(graph, claim, RDF.subject.asNode()).getURI().contains("/id/" + id))
        .flatMap(claim -> Iter.asStream(graph.find(Node.ANY, claim, Ent.PASSAGE, Node.ANY)))
        .map(quad -> one(graph, quad.getObject(), Ent.QUOTE).getLiteralLexicalForm())
        .distinct()
        .sorted()
        .toList();
  }

  private static Node one(DatasetGraph graph, Node subject, Node property) {
    return graph.find(Node.ANY, subject, property, Node.ANY).next().getObject();
  }

  @Test
  void whatWasDecidedIsNotProposedAgain() {
    extract();
    review(ANSWERS);
    assertEquals(
        "1 candidates for review in work; 2 decided before, 0 in the tables already\n",
        extract().out());
    assertEquals("nothing new for the tables in tables\n", replay().out());
    assertSound();
  }

  @Test
  void aChangedDocumentBringsBackWhatChanged() {
    extract();
    review(ANSWERS);
    project.write(
        "new/003_note.txt",
        "An editor's line 🌊 first.\n\n"
            + NOTE.replace("in March 2025", "in April 2025")
            + "\nVik met Jensen in Port Ash on 3 June 2024.\n");
    assertTrue(extract().out().startsWith("2 candidates for review in work; "));
    assertTrue(project.read("work/plans.csv").contains(",2025-04,"));
    assertFalse(project.read("work/plans.csv").contains(",2025-03,"));
    project.write("documents/003_note.txt", project.read("new/003_note.txt"));
    Project.Run run = review("a", "a");
    assertEquals("", run.err());
    assertTrue(run.out().contains("2 decided, 0 wait"), run.out());
    assertTrue(project.read("tables/passages.csv").contains("9 May 2024.,48,146"));
    assertSound();
  }

  @Test
  void decisionsMadeInASpreadsheetAreReplayed() {
    extract();
    String header = project.read("work/events.csv").lines().findFirst().orElseThrow();
    assertTrue(
        header.endsWith(
            ",producer,candidate,confidence,rules,proposed,decision,merge_with,reason,reviewer"),
        header);
    project.write(
        "work/events.csv", project.read("work/events.csv").replace(",,,,\n", ",accept,,,ann\n"));
    assertEquals(
        """
        work/documents.csv:2:19: error: expected a value in column kind but found an empty cell [required] (What kind of document it is: Book, Collection, Commentary, Editorial, ExternalReference, IssueBrief, NewsArticle, OfficialDocument, PressRelease, SpeechText, SurveyReport, TreatyText, WebPage)
        work/places.csv:2:25: error: expected a value in column kind but found an empty cell [required] (What kind of place it is: City, Island, Province, Region, Site, Venue)
        2 errors
        """,
        replay().err());
    project.replace("work/documents.csv", "document/003-note,,", "document/003-note,Commentary,");
    project.replace(
        "work/places.csv", "place/port-ash,Port Ash,,", "place/port-ash,Port Ash,City,");
    Project.Run run = replay();
    assertEquals("", run.err());
    assertTrue(project.read("tables/events.csv").contains(",extractor 1,ann\n"));
    assertTrue(project.read("tables/persons.csv").contains("person/ada-vik,Ada Vik,"));
    assertSound();
    assertEquals("nothing new for the tables in tables\n", replay().out());
  }

  @Test
  void whatWasToldOnceIsNotAskedAgainAndWhatWasAcceptedIsKnown() {
    project.write(
        "new/004_note.txt",
        "A second note\n\n6 June 2024\n\nPrime Minister Jensen met Anton Berg in Port Ash on 5 June"
            + " 2024.\n");
    extract();
    Project.Run run =
        review("s", "a", "City", "Commentary", "s", "s", "m person/lone-jensen", "", "a", "q");
    assertTrue(
        run.out()
            .contains(
                "  like it, known already:\n    1 person/lone-jensen  Lone Jensen\n\n"
                    + "accept, edit, x leave out, reject, merge, skip, quit, ? help:   one of Book,"),
        run.out());
    assertTrue(
        run.out()
            .contains(
                "kind of A second note (Enter: Commentary)? merged with person/lone-jensen, and"
                    + " with it document/004-note\n"),
        run.out());
    assertEquals(1, run.out().split("kind of Port Ash", -1).length - 1);
    assertEquals(
        2, project.read("tables/participations.csv").split(",person/lone-jensen,", -1).length - 1);
    assertTrue(last("names").startsWith("person/lone-jensen,Jensen,"), run.out());
    assertSound();
  }

  @Test
  void anEventThatTwoDocumentsTellIsOneCandidate() {
    project.write(
        "new/004_note.txt",
        "A second note\n\n6 June 2024\n\nOn 9 May 2024 President Ada Vik of Norland met Prime"
            + " Minister Lone Jensen of Westland. On 10 May 2024 President Ada Vik met Prime"
            + " Minister Lone Jensen again.\n");
    assertTrue(extract().out().startsWith("4 candidates for review"));
    List<String> events =
        project.read("work/events.csv").lines().skip(1).map(l -> l.split(",", 2)[0]).toList();
    assertEquals(3, events.size());
    assertEquals(events.get(0), events.get(1));
    Project.Run run = review("s", "a", "City", "Commentary", "", "q");
    assertTrue(
        run.out()
            .endsWith(
                "entered in tables: 2 documents, 2 events, 2 files, 4 participations, 6 passages,"
                    + " 4 persons, 1 places\n"),
        run.out());
    assertSound();
    assertTrue(extract().out().startsWith("3 candidates for review"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Peru and Chile signed an agreement on fisheries on 3 May 2024."
            + " | On 3 May 2024 Chile and Peru signed an agreement on fisheries. | agreements | 1",
        "Peru and Chile signed an agreement on fisheries on 3 May 2024."
            + " | On 3 May 2024 Chile and Peru signed an agreement. | agreements | 1",
        "Peru and Chile signed an agreement on fisheries on 3 May 2024."
            + " | On 3 May 2024 Chile and Peru signed an agreement on energy. | agreements | 2",
        "Peru and Chile signed an agreement on 3 May 2024."
            + " | On 4 May 2024 Chile and Peru signed an agreement. | agreements | 2",
        "President Ada Vik visited Lima on 3 May 2024."
            + " | On 3 May 2024 President Ada Vik paid a visit to Lima. | events | 1",
        "President Ada Vik visited Lima on 3 May 2024."
            + " | On 3 May 2024 President Ada Vik paid a visit to Quito. | events | 2",
        "Peru held a presidential election on 3 May 2024."
            + " | On 3 May 2024 Peru held a presidential election. | events | 1",
        "President Ada Vik met business leaders in Lima on 3 May 2024."
            + " | On 3 May 2024 President Ada Vik met with local students in Lima. | events | 2"
      })
  void whatTwoDocumentsTellIsOneWhereNothingTellsThemApart(
      String one, String other, String table, int things) {
    project.write("new/003_note.txt", "A note\n\n10 May 2024\n\n" + one + "\n");
    project.write("new/004_note.txt", "A second note\n\n12 May 2024\n\n" + other + "\n");
    extract();
    List<String> ids =
        project
            .read("work/" + table + ".csv")
            .lines()
            .skip(1)
            .map(l -> l.split(",", 2)[0])
            .toList();
    assertEquals(2, ids.size(), ids.toString());
    assertEquals(things, Set.copyOf(ids).size(), ids.toString());
  }

  @Test
  void twoEventsThatTheSameWordsTellAreTwo() {
    project.write(
        "new/003_note.txt",
        "The talks that Prime Minister Lone Jensen held separately with President Ada Vik of Norland"
            + " and Foreign Minister Anton Berg on 9 May 2024 failed. Ada Vik met separately with"
            + " Carla Roth and Anton Berg on 10 May 2024.\n");
    extract();
    List<String> events =
        project.read("work/events.csv").lines().skip(1).map(l -> l.split(",", 2)[0]).toList();
    Set<String> named =
        project
            .read("work/participations.csv")
            .lines()
            .skip(1)
            .map(l -> l.split(",", 2)[0])
            .collect(Collectors.toSet());
    assertTrue(events.size() > 1, events.toString());
    assertEquals(Set.copyOf(events), named);
    String document = project.read("work/documents.csv").lines().skip(1).findFirst().orElseThrow();
    assertTrue(
        document.contains(
                ",\"[The talks that Prime Minister Lone Jensen held separately with President Ada …]\",")
            || document.contains(
                ",[The talks that Prime Minister Lone Jensen held separately with President Ada …],"),
        document);
  }

  @Test
  void aDecisionThatIsNoneIsAMistake() {
    extract();
    project.write(
        "work/events.csv", project.read("work/events.csv").replace(",,,,\n", ",yes,,,\n"));
    Project.Run run = replay();
    assertEquals(1, run.code());
    assertTrue(
        run.err()
            .matches(
                "work/events.csv:2:\\d+: error: expected accept, reject, merge or nothing in column"
                    + " decision but found 'yes' \\[scheme]\n1 error\n"),
        run.err());
  }

  @Test
  void whatWouldBeAMistakeInTheTablesIsNotAccepted() {
    extract();
    Project.Run run = review("m 1", "Commentary", "e date=2024-13", "a", "City", "q");
    assertTrue(
        run.out()
            .contains(
                "expected a date or interval in EDTF level 1 in column date but found '2024-13'"),
        run.out());
    assertTrue(run.out().contains("not accepted, and with it place/port-ash"), run.out());
    assertTrue(
        run.out()
            .endsWith(
                "1 decided, 3 wait\nentered in tables: 1 documents, 1 files, 1 names, 2 passages\n"),
        run.out());
    assertSound();
  }

  @Test
  void anEditedRowIsNotProposedAgain() {
    extract();
    review(
        "s",
        "e label=Summit on the coast",
        "e date=2024-05-10",
        "e 7 id=person/jensen-lone",
        "a",
        "City",
        "Commentary",
        "q");
    assertTrue(
        project.read("tables/events.csv").contains(",Summit,Summit on the coast,2024-05-10,"));
    assertTrue(project.read("tables/persons.csv").contains("person/jensen-lone,Lone Jensen,"));
    assertTrue(
        project.read("tables/participations.csv").contains(",person/jensen-lone,participant,"));
    assertSound();
    extract();
    assertEquals(
        1, project.read("work/events.csv").lines().filter(l -> l.startsWith("event/")).count());
  }

  @Test
  void whichOfTwoPersonsOfOneNameIsMeantIsLeftToTheReviewer() {
    String[] persons = {
      "person/jensen-one,Lone Jensen,,,,passage/vik", "person/jensen-two,Lone Jensen,,,,passage/vik"
    };
    project.append("tables/persons.csv", persons[0]);
    extract();
    assertTrue(project.read("work/participations.csv").contains(",person/jensen-one,"));
    project.append("tables/persons.csv", persons[1]);
    extract();
    String rows = project.read("work/participations.csv");
    assertTrue(rows.contains(",person/lone-jensen,"), rows);
  }

  @Test
  void whatIsLeftOutDoesNotEnter() {
    extract();
    Project.Run run = review("s", "x 7 not named in our tables", "a", "City", "Commentary", "q");
    assertFalse(project.read("tables/persons.csv").contains("lone-jensen"), run.out());
    assertFalse(project.read("tables/participations.csv").contains("lone-jensen"));
    assertTrue(
        project.read("work/persons.csv").contains(",reject,,not named in our tables,tester"));
    assertSound();
  }

  @Test
  void whatWasAcceptedInASpreadsheetAndCannotEnterIsAskedAgain() {
    extract();
    project.write(
        "work/plans.csv",
        project
            .read("work/plans.csv")
            .replace(",2025-03,", ",2025-33,")
            .replace(",,,,\n", ",accept,,,\n"));
    Project.Run run = review("s", "s", "s", "e date=2025-03", "a", "Commentary", "q");
    assertTrue(
        run.out()
            .contains(
                "expected a date or interval in EDTF level 1 in column date but found '2025-33'"),
        run.out());
    assertTrue(run.out().contains("1 decided, 2 wait"), run.out());
    assertTrue(project.read("tables/plans.csv").contains(",planned,2025-03,"));
    assertSound();
  }

  @Test
  void somethingNewAboutWhatTheTablesHaveIsAskedByItself() {
    extract();
    review(ANSWERS);
    String rows = project.read("tables/participations.csv");
    String jensen =
        rows.lines().filter(line -> line.contains("person/lone-jensen")).findFirst().orElseThrow();
    project.replace("tables/participations.csv", jensen + "\n", "");
    String work = project.read("work/participations.csv");
    project.write(
        "work/participations.csv",
        work.lines()
            .filter(line -> !line.contains("person/lone-jensen") || line.startsWith("plan/"))
            .collect(java.util.stream.Collectors.joining("\n", "", "\n")));
    assertTrue(extract().out().startsWith("2 candidates for review in work; "));
    Project.Run run = review("a", "q");
    assertEquals("", run.err());
    assertTrue(
        project.read("tables/participations.csv").contains("," + jensen.split(",")[1] + ","));
    assertSound();
  }

  @Test
  void aRowThatNeedsWhatWasRejectedIsAMistake() {
    extract();
    project.write(
        "work/persons.csv",
        project.read("work/persons.csv").replaceAll("(label=Ada Vik),,,,", "$1,reject,,nobody,"));
    project.write(
        "work/statements.csv",
        project.read("work/statements.csv").replace(",,,,\n", ",accept,,,\n"));
    Project.Run run = replay();
    assertTrue(
        run.err()
            .contains(
                "expected something that was not rejected in column speaker but found"
                    + " 'person/ada-vik' [unknown-id] (name another, or reject the row)"),
        run.err());
  }

  @Test
  void theEndOfTheInputEndsTheReview() {
    extract();
    Project.Run run = review();
    assertEquals(0, run.code());
    assertTrue(run.out().endsWith("0 decided, 3 wait\nnothing new for the tables in tables\n"));
  }

  @Test
  void whatTheGraphKnowsIsShown() {
    assertEquals(0, project.run(Main::execute, project.buildArguments()).code());
    extract();
    Project.Run run = review("s", "s", "s");
    assertTrue(run.out().contains("  known: state/norland  Norland; "), run.out());
    assertTrue(run.out().contains("    1 person/vik-ada  Vik Ada\n"), run.out());
    assertTrue(
        run.out().contains("[[President Ada Vik of Norland met Prime Minister Lone Jensen of"),
        run.out());
  }

  /** Two candidates that are events, the first and the second as somebody decided on them. */
  private Project.Run decideOnEvents(String first, String second) {
    project.write("new/003_note.txt", NOTE + "\nVik met Jensen in Port Ash on 3 June 2024.\n");
    extract();
    List<String> lines = project.read("work/events.csv").lines().toList();
    assertEquals(3, lines.size());
    String a = lines.get(1).split(",", 2)[0];
    String b = lines.get(2).split(",", 2)[0];
    StringBuilder changed = new StringBuilder(lines.get(0) + "\n");
    changed.append(lines.get(1).replaceAll(",,,,$", first)).append('\n');
    changed.append(lines.get(2).replaceAll(",,,,$", second)).append('\n');
    project.write("work/events.csv", changed.toString().replace("A!", a).replace("B!", b));
    String events = project.read("tables/events.csv");
    Project.Run run = replay();
    assertEquals(events, project.read("tables/events.csv"));
    assertEquals("", run.out());
    assertEquals(1, run.code());
    String told = run.err().replace(a, "A!").replace(b, "B!");
    return new Project.Run(run.code(), run.out(), told.replaceAll(":(\\d+):\\d+: ", ":$1: "));
  }

  private static final String NO_THING =
      ": error: expected an identifier of events.csv in column merge_with but found ";

  @Test
  void whatIsMergedInACircleIsRefused() {
    assertEquals(
        "work/events.csv:2"
            + NO_THING
            + "'B!', which is merged with this [unknown-id] (accept one of them)\n"
            + "work/events.csv:3"
            + NO_THING
            + "'A!', which is merged with this [unknown-id] (accept one of them)\n2 errors\n",
        decideOnEvents(",merge,B!,,ann", ",merge,A!,,ann").err());
  }

  @Test
  void whatIsMergedWithItselfIsRefused() {
    assertEquals(
        "work/events.csv:2"
            + NO_THING
            + "'A!', which is merged with this [unknown-id] (accept one of them)\n1 error\n",
        decideOnEvents(",merge,A!,,ann", ",,,,").err());
  }

  @Test
  void whatIsMergedWithSomethingUndecidedIsRefused() {
    assertEquals(
        "work/events.csv:2"
            + NO_THING
            + "'B!', which waits for a decision [unknown-id] (accept that too)\n1 error\n",
        decideOnEvents(",merge,B!,,ann", ",,,,").err());
  }

  @Test
  void aDecisionOnNothingIsAMistake() {
    extract();
    project.write(
        "work/events.csv",
        project
            .read("work/events.csv")
            .replaceAll(",event/[^,]*(,[^,]*,[^,]*,.*),,,,\n", ",$1,accept,,,ann\n"));
    assertEquals(
        "work/events.csv:2: error: expected the identifier of what is decided on in column"
            + " candidate but found an empty cell [required] (write it there as extract did, or"
            + " take the decision out)\n1 error\n",
        replay().err().replaceAll(":2:\\d+: ", ":2: "));
  }

  @Test
  void twoDecisionsOnARowAreAMistake() {
    extract();
    List<String> lines = project.read("work/events.csv").lines().toList();
    project.write(
        "work/events.csv",
        lines.get(0)
            + "\n"
            + lines.get(1).replaceAll(",,,,$", ",accept,,,ann\n")
            + lines.get(1).replaceAll(",,,,$", ",reject,,no,ann\n"));
    assertEquals(
        "work/events.csv:3: error: expected one decision on a row but found 'reject' here and"
            + " 'accept' in line 2 [duplicate] (keep one of the two rows)\n1 error\n",
        replay().err().replaceAll(":3:\\d+: ", ":3: "));
  }

  @Test
  void aTableOfCandidatesThatLostItsRowsOrIsAFolderIsAMistake() throws java.io.IOException {
    extract();
    project.keepHeader("work/events.csv");
    java.nio.file.Files.delete(folder.resolve("work/plans.csv"));
    java.nio.file.Files.createDirectory(folder.resolve("work/plans.csv"));
    assertEquals(
        """
        work/events.csv:1: error: expected the rows that extract wrote but found a header alone\
         [file] (put back what was there, or take it away; extract then proposes it anew)
        work/plans.csv: error: expected a table of candidates but found a folder [file] (put back\
         what was there, or take it away; extract then proposes it anew)
        2 errors
        """,
        replay().err());
  }

  @Test
  void aFolderOfDocumentsIsNoWorkFolderAndStaysAsItIs() throws java.io.IOException {
    Project.Run run =
        project.run(
            Main::execute,
            "review",
            folder.resolve("new").toString(),
            "--tables",
            project.tables().toString());
    assertEquals(
        "entente: new: no work folder but another; extract DOCUMENTS --out makes one\n", run.err());
    assertEquals(3, run.code());
    try (var files = java.nio.file.Files.list(folder.resolve("new"))) {
      assertEquals(1, files.count());
    }
    project.write("new/work.lock", "");
    assertEquals("", extract().err());
  }

  @Test
  void noWorkFolderIsSaid() {
    Project.Run run = review("q");
    assertEquals(
        "work: no such work folder; extract makes one\n", "" + run.err().replace("entente: ", ""));
    assertEquals(3, run.code());
  }
}
