package org.entente.serve;

import java.math.BigDecimal;
import java.math.BigInteger;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.Duration;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.XSD;

/**
 * How large a value may be that a query names or makes. Numbers have any number of digits, and
 * durations are added month by month: without a bound, one multiplication takes all day.
 */
final class Magnitude {
  private static final int LONGEST_LEXICAL = 1_000;
  private static final int MOST_BITS = 33_220;
  private static final int MOST_DIGITS = 10_000;
  private static final int MOST_DAYS = 3_700_000;

  private Magnitude() {}

  /** Checks a literal that a query names. */
  static void check(Node node) {
    if (node.isLiteral()
        && node.getLiteralDatatypeURI().startsWith(XSD.getURI())
        && !node.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
      checkLexical(node.getLiteralLexicalForm());
      check(NodeValue.makeNode(node));
    } else if (node.isTripleTerm()) {
      check(node.getTriple().getSubject());
      check(node.getTriple().getObject());
    }
  }

  /** Checks a text that becomes a value. */
  static void checkLexical(String text) {
    if (text.length() > LONGEST_LEXICAL) {
      throw Problem.tooLarge(
          "a number or a date is written in at most " + LONGEST_LEXICAL + " characters");
    }
  }

  /** Checks a power before it is calculated. */
  static void checkPower(NodeValue base, NodeValue exponent) {
    if (base.isInteger() && exponent.isInteger()) {
      BigInteger bits =
          BigInteger.valueOf(base.getInteger().bitLength()).multiply(exponent.getInteger());
      if (bits.compareTo(BigInteger.valueOf(MOST_BITS)) > 0) {
        throw tooLong();
      }
    }
  }

  /** Checks a value that was made. */
  static NodeValue check(NodeValue value) {
    if (value.isInteger()) {
      if (value.getInteger().bitLength() > MOST_BITS) {
        throw tooLong();
      }
    } else if (value.isDecimal()) {
      BigDecimal decimal = value.getDecimal();
      if (decimal.unscaledValue().bitLength() > MOST_BITS
          || Math.abs((long) decimal.scale()) > MOST_DIGITS) {
        throw tooLong();
      }
    } else if (value.isDuration()) {
      checkDuration(value.getDuration());
    }
    return value;
  }

  private static Problem tooLong() {
    return Problem.tooLarge(
        "a query calculates with numbers of at most " + MOST_DIGITS + " digits");
  }

  private static void checkDuration(Duration duration) {
    double days =
        field(duration, DatatypeConstants.YEARS) * 366
            + field(duration, DatatypeConstants.MONTHS) * 31
            + field(duration, DatatypeConstants.DAYS)
            + field(duration, DatatypeConstants.HOURS) / 24
            + field(duration, DatatypeConstants.MINUTES) / (24 * 60)
            + field(duration, DatatypeConstants.SECONDS) / (24 * 60 * 60);
    if (days > MOST_DAYS) {
      throw Problem.tooLarge("a query calculates with durations of at most 10000 years");
    }
  }

  private static double field(Duration duration, DatatypeConstants.Field field) {
    Number number = duration.getField(field);
    return number == null ? 0 : Math.abs(number.doubleValue());
  }
}
