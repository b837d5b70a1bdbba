package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
  private static final String FILLER =
      "The two states have traded fish and timber for a long time, and people on both shores know"
          + " each other well. Nobody expects that to end soon, whatever the quarrels of a single"
          + " summer may bring. Boats go out every morning, and come back every evening, and"
          + " what they land is sold on both sides before noon, as it always was on these coasts"
          + " and as everybody hopes it always will be, in good years as in lean ones.";

  private static List<Article> articles(String text) {
    return new Layout(Fixture.LEXICON, TextView.of(text), "").articles(null);
  }

  @Test
  void severalArticlesHaveTheirOwnDates() {
    String text =
        "Palau and Nauru quarrel\n2021-03-04\n\n"
            + FILLER
            + "\n\nPalau recalled its envoy today.\n\n"
            + "Palau and Nauru make up\n2022-09-10\n\n"
            + FILLER
            + "\n\nNauru signed a treaty with"
            + " Palau today.\n";
    List<Article> articles = articles(text);
    assertEquals(
        List.of("Palau and Nauru quarrel", "Palau and Nauru make up"),
        articles.stream().map(Article::title).toList());
    assertEquals(
        List.of("2021-03-04", "2022-09-10"),
        articles.stream().map(a -> a.date().toString()).toList());
    Reading reading = Fixture.EXTRACTOR.read("document/test", text, null);
    List<String> lines = reading.candidates().stream().map(Fixture::line).toList();
    assertTrue(lines.contains("measure [Palau] 2021-03-04 asserted"), lines.toString());
    assertTrue(lines.contains("agreement [Nauru, Palau] 2022-09-10 asserted"), lines.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "State House, Nairobi/Press release/14 March 2024/President Wanjiru hosts President"
            + " Mwakyusa | President Wanjiru hosts President Mwakyusa | 2024-03-14 | ",
        "UNITED REPUBLIC OF TANZANIA/Ministry of Foreign Affairs/Dodoma, 2 April 2024/READOUT OF"
            + " THE MINISTER'S CALL | READOUT OF THE MINISTER'S CALL | 2024-04-02 | ",
        "Visit of the President of Kenya/Dodoma, 12 September 2024 | Visit of the President of"
            + " Kenya | 2024-09-12 | ",
        "Why the maize war ended/By Mercy Chebet, 12 June 2024 | Why the maize war ended |"
            + " 2024-06-12 | Mercy Chebet",
        "Ministry of Trade of Kenya summons the envoy/2 April 2024 | Ministry of Trade of Kenya"
            + " summons the envoy | 2024-04-02 | ",
        "Ministry of Trade/2 April 2024 | Ministry of Trade | 2024-04-02 | "
      })
  void aTitleIsNeitherLetterheadNorDate(String head, String title, String date, String author) {
    Article article = articles(head.replace("/", "\n\n") + "\n\n" + FILLER).get(0);
    assertEquals(title, article.title());
    assertEquals(date, article.period());
    assertEquals(author == null ? "" : author, article.author());
  }

  @Test
  void theTitleThatAPageTellsIsFoundInItsText() {
    String text = "East Africa Review\n\nSubscribers only\n\nWhy the maize war ended\n\n" + FILLER;
    assertEquals(
        "Why the maize war ended",
        new Layout(Fixture.LEXICON, TextView.of(text), "Why the maize war ended - East Africa")
            .articles(null)
            .get(0)
            .title());
  }

  @Test
  void boilerplateFootnotesAndBiographyAreToldFromProse() {
    String text =
        "Home\nMenu\nPalau and Nauru quarrel\nBy Ada Example\n2021-03-04\n\n"
            + FILLER
            + "\n\nPalau recalled its envoy on 3 March 2021.\n\nShare this article\n\n"
            + "Related articles\n\nTonga bombs Fiji\n\nNotes\n\n1. See Fiji attacked Tonga in 2020,"
            + " pp. 3.\n\n2. Ibid., Samoa invaded Niue in 2019.\n";
    Article article = articles(text).get(0);
    assertEquals("Palau and Nauru quarrel", article.title());
    assertEquals("Ada Example", article.author());
    List<Paragraph.Kind> kinds = article.paragraphs().stream().map(Paragraph::kind).toList();
    assertTrue(kinds.contains(Paragraph.Kind.BOILERPLATE), kinds.toString());
    assertTrue(kinds.contains(Paragraph.Kind.FOOTNOTE), kinds.toString());
    assertTrue(kinds.contains(Paragraph.Kind.RELATED), kinds.toString());
    assertEquals(List.of("measure [Palau] 2021-03-03 asserted"), Fixture.lines(text));
  }

  @Test
  void aBiographyAtTheEndIsNotProse() {
    String text =
        "Palau and Nauru quarrel\n2021-03-04\n\n"
            + FILLER
            + "\n\nAda Example is a senior fellow at"
            + " the Institute of Islands and visited Fiji in 2019.\n";
    assertEquals(
        Paragraph.Kind.BIOGRAPHY,
        articles(text)
            .get(0)
            .paragraphs()
            .get(articles(text).get(0).paragraphs().size() - 1)
            .kind());
    assertEquals(List.of(), Fixture.lines(text));
  }

  @Test
  void linesOfFixedWidthMakeOneParagraph() {
    String[] words = FILLER.split(" ");
    StringBuilder wrapped = new StringBuilder();
    int width = 0;
    for (String word : words) {
      if (width + word.length() > 70) {
        wrapped.append('\n');
        width = 0;
      }
      wrapped.append(width == 0 ? "" : " ").append(word);
      width += word.length() + 1;
    }
    assertEquals(1, articles(wrapped + "\n").get(0).paragraphs().size());
  }

  @Test
  void anEmptyTextHasNoArticles() {
    assertEquals(List.of(), Fixture.EXTRACTOR.read("document/test", "", null).candidates());
  }

  @Test
  void frontMatterTellsTitleAndDate() {
    String text =
        "---\ntitle: \"A reading note\"\ndate: 2024-10-27/2024-12-31\n---\n\n# Heading\n\n"
            + "Japan and Kenya signed a treaty last month.\n";
    Reading reading = Fixture.EXTRACTOR.read("note", text, null);
    assertEquals("A reading note", reading.parts().get(0).title());
    assertEquals("2024-10-27/2024-12-31", reading.parts().get(0).date());
    assertEquals("printed", reading.parts().get(0).dateBasis());
    assertEquals(1, reading.candidates().size());
    // An interval is no day to count from.
    assertEquals(null, reading.candidates().get(0).date());
  }
}
