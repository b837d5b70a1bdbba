package org.entente.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQException;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.E_OneOfBase;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.function.FunctionEnvBase;

/**
 * Compiles expressions of mapping queries. The forms that mappings use most (IRI, CONCAT, STR,
 * STRLANG, comparisons of plain strings, IF, COALESCE, BOUND, logic) are evaluated on nodes
 * directly; every other strict function is ARQ's own, called on compiled arguments. Wherever the
 * arguments are not of the common kind, ARQ's function decides, so that the result is the same.
 */
final class ExpressionCompiler {
  private static final Node TRUE = NodeValue.TRUE.asNode();
  private static final Node FALSE = NodeValue.FALSE.asNode();

  private ExpressionCompiler() {}

  /** The compiled expression; null when only ARQ as a whole can evaluate it. */
  static CellExpression compile(Expr expression) {
    if (expression instanceof NodeValue constant) {
      Node node = constant.asNode();
      return values -> node;
    }
    if (expression instanceof ExprVar variable) {
      String name = variable.getVarName();
      return values -> values.get(name);
    }
    if (expression instanceof E_OneOfBase
        || expression instanceof E_Call
        || expression instanceof Unstable) {
      return null;
    }
    if (expression instanceof ExprFunctionOp
        || expression instanceof ExprFunction0
        || expression instanceof E_Function
        || !(expression instanceof ExprFunction function)) {
      return expression instanceof E_Function cast && isCast(cast) ? function(cast) : null;
    }
    return function(function);
  }

  private static boolean isCast(E_Function function) {
    return function.getFunctionIRI().startsWith(XSDDatatype.XSD + "#");
  }

  private static CellExpression function(ExprFunction function) {
    List<CellExpression> arguments = new ArrayList<>();
    for (int i = 1; i <= function.numArgs(); i++) {
      Expr argument = function.getArg(i);
      if (argument == null) {
        break;
      }
      CellExpression compiled = compile(argument);
      if (compiled == null) {
        return null;
      }
      arguments.add(compiled);
    }
    if (function instanceof E_Bound && function.getArg(1) instanceof ExprVar variable) {
      String name = variable.getVarName();
      return values -> values.get(name) == null ? FALSE : TRUE;
    }
    if (function instanceof E_If) {
      return conditional(arguments);
    }
    if (function instanceof E_Coalesce) {
      return coalesce(arguments);
    }
    if (function instanceof E_LogicalOr) {
      return logic(arguments, true);
    }
    if (function instanceof E_LogicalAnd) {
      return logic(arguments, false);
    }
    if (function instanceof E_LogicalNot) {
      return values -> {
        Boolean value = effectiveBoolean(arguments.get(0).evaluate(values));
        return value == null ? null : node(!value);
      };
    }
    Function<List<Node>, Node> strict = strict(function);
    return strict == null ? null : values -> onArguments(arguments, values, strict);
  }

  private static Node onArguments(
      List<CellExpression> arguments, Map<String, Node> values, Function<List<Node>, Node> f) {
    List<Node> nodes = new ArrayList<>(arguments.size());
    for (CellExpression argument : arguments) {
      Node node = argument.evaluate(values);
      if (node == null) {
        return null;
      }
      nodes.add(node);
    }
    return f.apply(nodes);
  }

  private static CellExpression conditional(List<CellExpression> arguments) {
    return values -> {
      Boolean condition = effectiveBoolean(arguments.get(0).evaluate(values));
      return condition == null ? null : arguments.get(condition ? 1 : 2).evaluate(values);
    };
  }

  private static CellExpression coalesce(List<CellExpression> arguments) {
    return values -> {
      for (CellExpression argument : arguments) {
        Node value = argument.evaluate(values);
        if (value != null) {
          return value;
        }
      }
      return null;
    };
  }

  /** SPARQL 1.1 section 17.2: one true decides OR, one false AND, even beside an error. */
  static Boolean logic(Boolean left, Supplier<Boolean> other, boolean deciding) {
    if (left != null && left == deciding) {
      return deciding;
    }
    Boolean right = other.get();
    if (right != null && right == deciding) {
      return deciding;
    }
    return left == null || right == null ? null : !deciding;
  }

  private static CellExpression logic(List<CellExpression> arguments, boolean deciding) {
    return values -> {
      Boolean value =
          logic(
              effectiveBoolean(arguments.get(0).evaluate(values)),
              () -> effectiveBoolean(arguments.get(1).evaluate(values)),
              deciding);
      return value == null ? null : node(value);
    };
  }

  private static Node node(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** The effective boolean value; null when there is none. */
  static Boolean effectiveBoolean(Node node) {
    if (node == null) {
      return null;
    }
    if (node.equals(TRUE)) {
      return true;
    }
    if (node.equals(FALSE)) {
      return false;
    }
    try {
      return XSDFuncOp.effectiveBooleanValue(NodeValue.makeNode(node));
    } catch (ExprEvalException e) {
      return null;
    }
  }

  private static Function<List<Node>, Node> strict(ExprFunction function) {
    Function<List<Node>, Node> arq = arq(function);
    if (arq == null) {
      return null;
    }
    if (function instanceof E_IRI) {
      return iri((E_IRI) function, arq);
    }
    if (function instanceof E_Str) {
      return nodes -> {
        Node node = nodes.get(0);
        if (isString(node)) {
          return node;
        }
        return node.isURI() ? NodeFactory.createLiteralString(node.getURI()) : arq.apply(nodes);
      };
    }
    if (function instanceof E_StrConcat) {
      return nodes -> {
        if (!nodes.stream().allMatch(ExpressionCompiler::isString)) {
          return arq.apply(nodes);
        }
        StringBuilder text = new StringBuilder();
        nodes.forEach(node -> text.append(node.getLiteralLexicalForm()));
        return NodeFactory.createLiteralString(text.toString());
      };
    }
    if (function instanceof E_StrLang) {
      // ARQ throws on some ill-formed tags instead of saying error.
      return nodes ->
          isString(nodes.get(0)) && isString(nodes.get(1))
              ? language(nodes.get(0).getLiteralLexicalForm(), nodes.get(1).getLiteralLexicalForm())
              : arq.apply(nodes);
    }
    if (function instanceof E_Equals || function instanceof E_NotEquals) {
      boolean equals = function instanceof E_Equals;
      return nodes ->
          isString(nodes.get(0)) && isString(nodes.get(1))
              ? node(nodes.get(0).equals(nodes.get(1)) == equals)
              : arq.apply(nodes);
    }
    return arq;
  }

  private static Node language(String text, String tag) {
    return isLanguageTag(tag) ? NodeFactory.createLiteralLang(text, tag) : null;
  }

  /** Letters and digits in parts of one to eight, with hyphens between; the first has no digits. */
  static boolean isLanguageTag(String tag) {
    int part = 0;
    boolean first = true;
    for (int i = 0; i < tag.length(); i++) {
      char c = tag.charAt(i);
      if (c == '-') {
        if (part == 0) {
          return false;
        }
        part = 0;
        first = false;
      } else if (++part > 8 || !(isLetter(c) || !first && isDigit(c))) {
        return false;
      }
    }
    return part > 0;
  }

  /** Whether a path stays as it is when it is resolved against a base that ends in a slash. */
  static boolean isPlainPath(String text) {
    boolean start = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/') {
        if (start) {
          return false;
        }
        start = true;
      } else if (isPlain(c) || c == '.' && !start) {
        start = false;
      } else {
        return false;
      }
    }
    return !start;
  }

  /** Whether an IRI is absolute and nothing in it would be changed: host, path, fragment. */
  static boolean isPlainIri(String text) {
    int at = text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : text.length();
    int dots = 0;
    int label = 0;
    for (; at < text.length() && text.charAt(at) != '/'; at++) {
      char c = text.charAt(at);
      if (c == '.') {
        if (label == 0) {
          return false;
        }
        dots++;
        label = 0;
      } else if (c >= 'a' && c <= 'z' || isDigit(c) || c == '-') {
        label++;
      } else {
        return false;
      }
    }
    if (dots == 0 || label == 0 || at == text.length()) {
      return false;
    }
    for (; at < text.length() && text.charAt(at) != '#'; at++) {
      if (!isPlain(text.charAt(at)) && text.charAt(at) != '/') {
        return false;
      }
    }
    if (at == text.length()) {
      return true;
    }
    for (at++; at < text.length(); at++) {
      if (!isPlain(text.charAt(at))) {
        return false;
      }
    }
    return text.charAt(text.length() - 1) != '#';
  }

  private static boolean isPlain(char c) {
    return isLetter(c) || isDigit(c) || c == '_' || c == '-';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isString(Node node) {
    return node.isLiteral()
        && node.getLiteralLanguage().isEmpty()
        && XSDDatatype.XSDstring.equals(node.getLiteralDatatype());
  }

  private static Function<List<Node>, Node> iri(E_IRI function, Function<List<Node>, Node> arq) {
    String base = base(function);
    boolean slash = base != null && base.endsWith("/");
    return nodes -> {
      Node node = nodes.get(0);
      if (isString(node)) {
        String text = node.getLiteralLexicalForm();
        if (isPlainIri(text)) {
          return NodeFactory.createURI(text);
        }
        if (slash && isPlainPath(text)) {
          return NodeFactory.createURI(base + text);
        }
      }
      return arq.apply(nodes);
    };
  }

  /** The base that an IRI call resolves against: where it puts the empty path's sibling. */
  static String base(E_IRI function) {
    Node probe = arq(function).apply(List.of(NodeFactory.createLiteralString("x")));
    if (probe == null || !probe.isURI() || !probe.getURI().endsWith("/x")) {
      return null;
    }
    String uri = probe.getURI();
    return uri.substring(0, uri.length() - 1);
  }

  /** ARQ's own function, called on constants; null when it is of no known form. */
  private static Function<List<Node>, Node> arq(ExprFunction function) {
    boolean known =
        function instanceof ExprFunction1
            || function instanceof ExprFunction2
            || function instanceof ExprFunction3
            || function instanceof ExprFunctionN;
    if (!known) {
      return null;
    }
    return nodes -> {
      try {
        ExprList constants = new ExprList();
        nodes.forEach(node -> constants.add(NodeValue.makeNode(node)));
        FunctionEnvBase environment = new FunctionEnvBase(ARQ.getContext(), null, null);
        return withArguments(function, constants)
            .eval(BindingFactory.empty(), environment)
            .asNode();
      } catch (ARQException e) {
        return null;
      }
    };
  }

  private static Expr withArguments(ExprFunction function, ExprList arguments) {
    if (function instanceof ExprFunction1 one) {
      return one.copy(arguments.get(0));
    }
    if (function instanceof ExprFunction2 two) {
      return two.copy(arguments.get(0), arguments.get(1));
    }
    if (function instanceof ExprFunction3 three) {
      return three.copy(
          arguments.get(0), arguments.get(1), arguments.size() > 2 ? arguments.get(2) : null);
    }
    return ((ExprFunctionN) function).copy(arguments);
  }
}
