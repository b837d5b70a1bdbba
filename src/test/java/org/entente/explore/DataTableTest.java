package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;

/** Tables as they are downloaded. */
class DataTableTest {
  private static final List<Piece> TWO =
      List.of(new Piece("a, b", "/page/a", null), new Piece("c", "/page/c", null));

  @Test
  void listsHaveASeparatorOfTheirOwnInCsv() {
    assertEquals(
        "What,When\r\n\"a, b | c\",2023-03-16\r\n'=1+1,\r\n",
        new DataTable.Builder("t", "T", "What", "When")
            .row(Cell.list(TWO), LocalDate.of(2023, 3, 16))
            .row("=1+1", null)
            .build()
            .csv());
  }

  @Test
  void listsAreArraysInJson() {
    assertEquals(
        JSON.parseAny(
            """
            [{"What": ["a, b", "c"], "What (page)": ["/page/a", "/page/c"], "When": "2023-03"}]
            """),
        JSON.parseAny(
            new DataTable.Builder("t", "T", "What", "When")
                .row(Cell.list(TWO), Cell.date("March 2023", "2023-03"))
                .build()
                .json()));
  }

  @Test
  void noTwoColumnsHaveOneName() {
    DataTable.Builder table = new DataTable.Builder("t", "T", "Words", "Words");
    assertEquals(
        "t: columns of one name: [Words, Words]",
        assertThrows(IllegalArgumentException.class, table::build).getMessage());
  }
}
