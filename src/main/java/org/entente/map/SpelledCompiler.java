package org.entente.map;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEndsWith;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrStartsWith;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.entente.map.SpelledRow.Condition;
import org.entente.map.SpelledRow.Text;
import org.entente.model.Column;
import org.entente.model.Datatype;
import org.entente.model.Edtf;
import org.entente.model.TableSchema;

/**
 * Compiles the expressions of a mapping query to writers of bytes. Where an expression is of no
 * form that is known here, the variable is taken from the row as the mapper evaluates it.
 */
final class SpelledCompiler {
  private static final int TAGS = 1_000;

  private final Map<String, SpelledTerm> terms = new HashMap<>();
  private final Map<String, Text> texts = new HashMap<>();
  private final Map<String, Text> lexicalForms = new HashMap<>();

  SpelledCompiler(TableSchema schema) {
    for (Column column : schema.columns()) {
      column(column);
    }
  }

  private void column(Column column) {
    String name = column.name();
    String variable = RowValues.variable(name);
    Text cell = row -> row.value(name);
    switch (column.datatype()) {
      case STRING, TOKEN, ANY_URI -> {
        texts.put(variable, cell);
        terms.put(variable, string(cell));
      }
      case INTEGER, DECIMAL, DATE, EDTF -> {
        Text value =
            row -> {
              String text = cell.of(row);
              return text == null ? null : column.datatype().canonical(text);
            };
        lexicalForms.put(variable, value);
        terms.put(variable, typed(value, RowValues.type(column.datatype())));
      }
      case LIST -> {}
    }
    if (column.datatype() == Datatype.EDTF) {
      List<Function<Edtf, LocalDate>> bounds =
          List.of(Edtf::earliestBegin, Edtf::latestBegin, Edtf::earliestEnd, Edtf::latestEnd);
      for (int i = 0; i < bounds.size(); i++) {
        Function<Edtf, LocalDate> bound = bounds.get(i);
        Text day =
            row -> {
              Edtf date = row.date(name);
              LocalDate found = date == null ? null : bound.apply(date);
              return found == null ? null : found.toString();
            };
        lexicalForms.put(variable + RowValues.BOUNDS.get(i), day);
        terms.put(variable + RowValues.BOUNDS.get(i), typed(day, RowValues.type(Datatype.DATE)));
      }
    }
  }

  /** Takes in that a variable is bound to an expression. */
  void bind(String variable, Expr expression) {
    Text text = text(expression);
    SpelledTerm term = text == null ? spelled(variable, expression) : string(text);
    terms.put(variable, term == null ? evaluated(variable) : term);
    if (text != null) {
      texts.put(variable, text);
    }
  }

  /** The term of a variable. */
  SpelledTerm term(String variable) {
    return terms.getOrDefault(variable, evaluated(variable));
  }

  private static SpelledTerm evaluated(String variable) {
    return (row, out) -> {
      Node node = row.evaluated(variable);
      if (node == null || node.isBlank()) {
        return false;
      }
      out.add(Bytes.of(node));
      return true;
    };
  }

  private static SpelledTerm string(Text text) {
    return (row, out) -> {
      String value = text.of(row);
      if (value == null) {
        return false;
      }
      out.add('"').literal(value).add('"');
      return true;
    };
  }

  /** A literal of a datatype with a lexical form. */
  private static SpelledTerm typed(Text text, RDFDatatype type) {
    byte[] suffix = suffix(NodeFactory.createLiteralDT("", type));
    return (row, out) -> {
      String value = text.of(row);
      if (value == null) {
        return false;
      }
      out.add('"').literal(value).add(suffix);
      return true;
    };
  }

  /** What follows the lexical form of a literal. */
  private static byte[] suffix(Node empty) {
    byte[] spelled = Bytes.of(empty);
    return Arrays.copyOfRange(spelled, 1, spelled.length);
  }

  // ---- Terms

  /** A term of any kind; null when only the mapper can make it. */
  private SpelledTerm spelled(String variable, Expr expression) {
    if (expression instanceof NodeValue constant) {
      byte[] bytes = Bytes.of(constant.asNode());
      return constant.asNode().isBlank()
          ? null
          : (row, out) -> {
            out.add(bytes);
            return true;
          };
    }
    if (expression instanceof ExprVar other) {
      return terms.get(other.getVarName());
    }
    if (expression instanceof E_IRI iri) {
      Text text = text(iri.getArg(1));
      return text == null ? null : iri(variable, text, ExpressionCompiler.base(iri));
    }
    if (expression instanceof E_StrLang) {
      ExprFunction function = (ExprFunction) expression;
      Text text = text(function.getArg(1));
      Text tag = text(function.getArg(2));
      return text == null || tag == null ? null : language(text, tag);
    }
    if (expression instanceof E_StrDatatype) {
      ExprFunction function = (ExprFunction) expression;
      Text text = text(function.getArg(1));
      return text != null
              && function.getArg(2) instanceof NodeValue datatype
              && isPlainDatatype(datatype.asNode())
          ? typed(text, TypeMapper.getInstance().getSafeTypeByName(datatype.asNode().getURI()))
          : null;
    }
    if (expression instanceof E_Coalesce coalesce) {
      List<SpelledTerm> parts = new ArrayList<>();
      for (Expr argument : coalesce.getArgs()) {
        parts.add(part(argument));
      }
      return parts.contains(null) ? null : coalesced(parts);
    }
    if (expression instanceof E_If choice) {
      Condition condition = condition(choice.getArg(1));
      SpelledTerm yes = part(choice.getArg(2));
      SpelledTerm no = part(choice.getArg(3));
      return condition == null || yes == null || no == null
          ? null
          : (row, out) -> {
            Boolean holds = condition.holds(row);
            return holds != null && (holds ? yes : no).spell(row, out);
          };
    }
    return null;
  }

  /** Whether literals of a datatype are spelled by text and datatype, and nothing else. */
  private static boolean isPlainDatatype(Node datatype) {
    return datatype.isURI()
        && !datatype.equals(XSD.xstring.asNode())
        && !datatype.getURI().startsWith(RDF.getURI());
  }

  /** A term within another expression: an odd value of it cannot be asked of the mapper. */
  private SpelledTerm part(Expr expression) {
    Text text = text(expression);
    if (text != null) {
      return string(text);
    }
    return expression instanceof E_IRI ? null : spelled(null, expression);
  }

  private static SpelledTerm coalesced(List<SpelledTerm> parts) {
    return (row, out) -> {
      int start = out.length;
      for (SpelledTerm part : parts) {
        if (part.spell(row, out)) {
          return true;
        }
        out.length = start;
      }
      return false;
    };
  }

  private static SpelledTerm iri(String variable, Text text, String base) {
    boolean slash = base != null && base.endsWith("/");
    SpelledTerm odd = evaluated(variable);
    return (row, out) -> {
      String value = text.of(row);
      if (value == null) {
        return false;
      }
      if (slash && ExpressionCompiler.isPlainPath(value)) {
        out.add('<').ascii(base).ascii(value).add('>');
        return true;
      }
      if (ExpressionCompiler.isPlainIri(value)) {
        out.add('<').ascii(value).add('>');
        return true;
      }
      return odd.spell(row, out);
    };
  }

  private static SpelledTerm language(Text text, Text tag) {
    Map<String, byte[]> suffixes = new HashMap<>();
    return (row, out) -> {
      String value = text.of(row);
      String named = tag.of(row);
      if (value == null || named == null || !ExpressionCompiler.isLanguageTag(named)) {
        return false;
      }
      byte[] suffix = suffixes.get(named);
      if (suffix == null) {
        if (suffixes.size() >= TAGS) {
          suffixes.clear();
        }
        suffix = suffix(NodeFactory.createLiteralLang("", named));
        suffixes.put(named, suffix);
      }
      out.add('"').literal(value).add(suffix);
      return true;
    };
  }

  // ---- Texts

  /** An expression that gives plain strings and nothing else; null for others. */
  private Text text(Expr expression) {
    if (expression instanceof NodeValue constant) {
      String value =
          ExpressionCompiler.isString(constant.asNode())
              ? constant.asNode().getLiteralLexicalForm()
              : null;
      return value == null ? null : row -> value;
    }
    if (expression instanceof ExprVar variable) {
      return texts.get(variable.getVarName());
    }
    if (expression instanceof E_Str) {
      return lexicalForm(((ExprFunction) expression).getArg(1));
    }
    if (expression instanceof E_If choice) {
      Condition condition = condition(choice.getArg(1));
      Text yes = text(choice.getArg(2));
      Text no = text(choice.getArg(3));
      return condition == null || yes == null || no == null
          ? null
          : row -> {
            Boolean holds = condition.holds(row);
            return holds == null ? null : (holds ? yes : no).of(row);
          };
    }
    if (!(expression instanceof ExprFunction function)) {
      return null;
    }
    List<Text> arguments = new ArrayList<>();
    for (Expr argument : function.getArgs()) {
      arguments.add(argument == null ? null : text(argument));
    }
    if (arguments.contains(null)) {
      return null;
    }
    if (function instanceof E_Coalesce) {
      return row -> {
        for (Text argument : arguments) {
          String value = argument.of(row);
          if (value != null) {
            return value;
          }
        }
        return null;
      };
    }
    if (function instanceof E_StrConcat) {
      return concatenated(arguments);
    }
    if (function instanceof E_StrAfter) {
      return both(
          arguments,
          (value, mark) -> {
            int at = value.indexOf(mark);
            return at < 0 ? "" : value.substring(at + mark.length());
          });
    }
    if (function instanceof E_StrBefore) {
      return both(
          arguments,
          (value, mark) -> {
            int at = value.indexOf(mark);
            return at < 0 ? "" : value.substring(0, at);
          });
    }
    if (function instanceof E_StrReplace && arguments.size() == 3) {
      return replaced(function, arguments.get(0));
    }
    return null;
  }

  private static Text both(
      List<Text> arguments, java.util.function.BinaryOperator<String> operation) {
    Text first = arguments.get(0);
    Text second = arguments.get(1);
    return row -> {
      String value = first.of(row);
      String other = value == null ? null : second.of(row);
      return other == null ? null : operation.apply(value, other);
    };
  }

  private static Text concatenated(List<Text> arguments) {
    Text[] parts = arguments.toArray(Text[]::new);
    return row -> {
      StringBuilder joined = new StringBuilder();
      for (Text part : parts) {
        String value = part.of(row);
        if (value == null) {
          return null;
        }
        joined.append(value);
      }
      return joined.toString();
    };
  }

  /** REPLACE of words that mean nothing to a regular expression. */
  private static Text replaced(ExprFunction function, Text text) {
    if (function.getArg(2) instanceof NodeValue what
        && function.getArg(3) instanceof NodeValue with
        && what.asUnquotedString().matches("[A-Za-z0-9/:_ -]+")
        && with.asUnquotedString().matches("[^\\\\$]*")) {
      String old = what.asUnquotedString();
      String other = with.asUnquotedString();
      return row -> {
        String value = text.of(row);
        return value == null ? null : value.replace(old, other);
      };
    }
    return null;
  }

  private Text lexicalForm(Expr argument) {
    if (argument instanceof NodeValue constant && constant.asNode().isURI()) {
      String uri = constant.asNode().getURI();
      return row -> uri;
    }
    if (argument instanceof ExprVar variable && lexicalForms.containsKey(variable.getVarName())) {
      return lexicalForms.get(variable.getVarName());
    }
    return text(argument);
  }

  // ---- Conditions

  /** A condition; null when only the mapper can decide it. */
  Condition condition(Expr expression) {
    if (expression instanceof NodeValue constant) {
      Boolean value = ExpressionCompiler.effectiveBoolean(constant.asNode());
      return row -> value;
    }
    if (!(expression instanceof ExprFunction function)) {
      return null;
    }
    if (function instanceof E_Equals) {
      return compared(function, String::equals);
    }
    if (function instanceof E_NotEquals) {
      return compared(function, (one, other) -> !one.equals(other));
    }
    if (function instanceof E_StrStartsWith) {
      return compared(function, String::startsWith);
    }
    if (function instanceof E_StrEndsWith) {
      return compared(function, String::endsWith);
    }
    if (function instanceof E_StrContains) {
      return compared(function, String::contains);
    }
    if (function instanceof E_Bound && function.getArg(1) instanceof ExprVar variable) {
      Text text =
          texts.getOrDefault(variable.getVarName(), lexicalForms.get(variable.getVarName()));
      return text == null ? null : row -> text.of(row) != null;
    }
    if (function instanceof E_Coalesce
        || function instanceof E_LogicalAnd
        || function instanceof E_LogicalOr
        || function instanceof E_LogicalNot) {
      List<Condition> arguments = new ArrayList<>();
      for (Expr argument : function.getArgs()) {
        arguments.add(condition(argument));
      }
      return arguments.contains(null) ? null : combined(function, arguments);
    }
    return null;
  }

  private Condition compared(ExprFunction function, BiPredicate<String, String> comparison) {
    Text one = text(function.getArg(1));
    Text other = text(function.getArg(2));
    if (one == null || other == null) {
      return null;
    }
    return row -> {
      String left = one.of(row);
      String right = left == null ? null : other.of(row);
      return right == null ? null : comparison.test(left, right);
    };
  }

  private static Condition combined(ExprFunction function, List<Condition> arguments) {
    Condition first = arguments.get(0);
    if (function instanceof E_LogicalNot) {
      return row -> {
        Boolean value = first.holds(row);
        return value == null ? null : !value;
      };
    }
    if (function instanceof E_Coalesce) {
      return row -> {
        for (Condition argument : arguments) {
          Boolean value = argument.holds(row);
          if (value != null) {
            return value;
          }
        }
        return null;
      };
    }
    Condition second = arguments.get(1);
    boolean deciding = function instanceof E_LogicalOr;
    return row -> ExpressionCompiler.logic(first.holds(row), () -> second.holds(row), deciding);
  }
}
