package org.entente.serve;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.nodevalue.NodeFunctions;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.XSD;
import org.entente.search.FullText;

/**
 * The functions that queries may call. Those of SPARQL that can eat a core or the heap within one
 * row are replaced in the query's algebra by others of the same meaning that look at the query's
 * budget and bound what they make. The engine looks at its cancel signal between rows only, so
 * whatever one row can do must end by itself.
 */
final class SafeFunctions {
  private static final int LONGEST_PATTERN = 1_000;
  private static final int LONGEST_TEXT = 250_000;
  private static final long MOST_REPEATS = 10_000;
  private static final long SMALL_SEARCH = 1_000_000;
  private static final Pattern COUNTED = Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");
  private static final String OWN = "urn:x-entente:";
  private static final Map<Class<?>, String> REPLACED =
      Map.ofEntries(
          Map.entry(E_Regex.class, OWN + "regex"),
          Map.entry(E_StrReplace.class, OWN + "replace"),
          Map.entry(E_StrConcat.class, OWN + "concat"),
          Map.entry(E_StrEncodeForURI.class, OWN + "encode"),
          Map.entry(E_StrContains.class, OWN + "contains"),
          Map.entry(E_StrBefore.class, OWN + "before"),
          Map.entry(E_StrAfter.class, OWN + "after"),
          Map.entry(E_StrDatatype.class, OWN + "datatype"),
          Map.entry(E_Add.class, OWN + "add"),
          Map.entry(E_Subtract.class, OWN + "subtract"),
          Map.entry(E_Multiply.class, OWN + "multiply"),
          Map.entry(E_Divide.class, OWN + "divide"));
  private static final FunctionRegistry REGISTRY = registry();

  private SafeFunctions() {}

  /** The IRIs of the functions that a query may name: casts, and XPath's mathematics. */
  static Set<String> allowed() {
    Set<String> allowed = new HashSet<>();
    FunctionRegistry.get()
        .keys()
        .forEachRemaining(
            iri -> {
              if (iri.startsWith(ARQConstants.xsdPrefix)
                  || iri.startsWith(ARQConstants.mathPrefix)) {
                allowed.add(iri);
              }
            });
    return Set.copyOf(allowed);
  }

  /**
   * A context for queries of a dataset in which these functions and full-text search exist and no
   * others. It begins with the dataset's own, which says how its store orders patterns and joins
   * them.
   */
  static Context context(DatasetGraph dataset) {
    Context context = Context.setupContextForDataset(ARQ.getContext(), dataset);
    FunctionRegistry.set(context, REGISTRY);
    FullText.offer(context, dataset);
    context.set(ARQ.httpServiceAllowed, false);
    context.set(ARQConstants.sysOptimizerFactory, (RewriteFactory) SafeFunctions::optimiser);
    return context;
  }

  /**
   * Replaces the dangerous functions in the algebra, before it is optimised: the optimiser
   * evaluates what is constant, and the engine's transformation of the syntax leaves out aggregates
   * and the conditions of ORDER BY.
   */
  private static Rewrite optimiser(Context context) {
    Rewrite standard = Optimize.stdOptimizationFactory.create(context);
    return op ->
        WatchedPath.in(
            standard.rewrite(Transformer.transform(new BoundingGroups(), new Replacing(), op)));
  }

  private static final class Replacing extends ExprTransformCopy {
    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
      String iri = REPLACED.get(function.getClass());
      if (iri == null) {
        return super.transform(function, arguments);
      }
      ExprList given = new ExprList();
      arguments.getList().stream().filter(a -> a != null).forEach(given::add);
      return new E_Function(iri, given);
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr first, Expr second) {
      String iri = REPLACED.get(function.getClass());
      return iri == null
          ? super.transform(function, first, second)
          : new E_Function(iri, new ExprList(List.of(first, second)));
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
      String iri = REPLACED.get(function.getClass());
      return iri == null
          ? super.transform(function, argument)
          : new E_Function(iri, new ExprList(argument));
    }
  }

  private static final class BoundingGroups extends TransformCopy {
    @Override
    public Op transform(OpGroup group, Op of) {
      return new OpGroup(
          of,
          group.getGroupVars(),
          group.getAggregators().stream()
              .map(
                  aggregate ->
                      new ExprAggregator(aggregate.getVar(), bounded(aggregate.getAggregator())))
              .toList());
    }

    private static Aggregator bounded(Aggregator given) {
      if (given instanceof AggGroupConcat all) {
        return new BoundedConcat(all.getExprList().get(0), all.getSeparator());
      }
      if (given instanceof AggGroupConcatDistinct distinct) {
        return new BoundedConcatDistinct(distinct.getExprList().get(0), distinct.getSeparator());
      }
      return given;
    }
  }

  /** GROUP_CONCAT whose text is bounded as every text is. */
  private static final class BoundedConcat extends AggGroupConcat {
    BoundedConcat(Expr expression, String separator) {
      super(expression, separator);
    }

    @Override
    public Aggregator copy(ExprList expressions) {
      return new BoundedConcat(expressions.get(0), getSeparator());
    }

    @Override
    public Accumulator createAccumulator() {
      return new Bounded(super.createAccumulator());
    }
  }

  /** The same of distinct values. */
  private static final class BoundedConcatDistinct extends AggGroupConcatDistinct {
    BoundedConcatDistinct(Expr expression, String separator) {
      super(expression, separator);
    }

    @Override
    public Aggregator copy(ExprList expressions) {
      return new BoundedConcatDistinct(expressions.get(0), getSeparator());
    }

    @Override
    public Accumulator createAccumulator() {
      return new Bounded(super.createAccumulator());
    }
  }

  private record Bounded(Accumulator accumulator) implements Accumulator {
    @Override
    public void accumulate(Binding row, FunctionEnv env) {
      Budget.check();
      accumulator.accumulate(row, env);
    }

    @Override
    public NodeValue getValue() {
      NodeValue value = accumulator.getValue();
      if (value != null) {
        checkLength(value.asString().length());
      }
      return value;
    }
  }

  private static FunctionRegistry registry() {
    FunctionRegistry registry = new FunctionRegistry();
    for (String iri : allowed()) {
      registry.put(iri, new Sized(FunctionRegistry.get().get(iri)));
    }
    register(registry, "contains", SafeFunctions::contains);
    register(registry, "before", SafeFunctions::before);
    register(registry, "after", SafeFunctions::after);
    register(registry, "datatype", SafeFunctions::datatype);
    register(registry, "add", calculating(NodeValueOps::additionNV));
    register(registry, "subtract", calculating(NodeValueOps::subtractionNV));
    register(registry, "multiply", calculating(NodeValueOps::multiplicationNV));
    register(registry, "divide", calculating(NodeValueOps::divisionNV));
    register(registry, "regex", SafeFunctions::regex);
    register(registry, "replace", SafeFunctions::replace);
    register(registry, "concat", SafeFunctions::concat);
    register(registry, "encode", values -> encode(values[0]));
    return registry;
  }

  private static void register(
      FunctionRegistry registry, String name, Function<NodeValue[], NodeValue> function) {
    registry.put(OWN + name, iri -> new Strict(function));
  }

  /** Evaluates all arguments, then calls a function of their values. */
  private record Strict(Function<NodeValue[], NodeValue> function)
      implements org.apache.jena.sparql.function.Function {
    @Override
    public void build(String iri, ExprList arguments, Context context) {}

    @Override
    public NodeValue exec(Binding row, ExprList arguments, String iri, FunctionEnv env) {
      NodeValue[] values = new NodeValue[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments.get(i).eval(row, env);
      }
      return function.apply(values);
    }
  }

  /** A cast or a function of mathematics, with bounded arguments and a bounded result. */
  private record Sized(FunctionFactory factory) implements FunctionFactory {
    private static final String POWER = ARQConstants.mathPrefix + "pow";
    private static final String POWER_OF_TEN = ARQConstants.mathPrefix + "exp10";

    @Override
    public org.apache.jena.sparql.function.Function create(String iri) {
      return new Strict(values -> call(iri, values));
    }

    private NodeValue call(String iri, NodeValue[] values) {
      Budget.check();
      if (!iri.equals(XSD.xstring.getURI())) {
        for (NodeValue value : values) {
          if (value.isString()) {
            Magnitude.checkLexical(value.getString());
          }
        }
      }
      if (iri.equals(POWER) && values.length == 2) {
        Magnitude.checkPower(values[0], values[1]);
      } else if (iri.equals(POWER_OF_TEN) && values.length == 1) {
        Magnitude.checkPower(NodeValue.makeInteger(10), values[0]);
      }
      org.apache.jena.sparql.function.Function function = factory.create(iri);
      ExprList arguments = new ExprList(List.of(values));
      try {
        function.build(iri, arguments, ARQ.getContext());
        return Magnitude.check(function.exec(null, arguments, iri, null));
      } catch (ArithmeticException e) {
        throw new ExprEvalException(e.getMessage());
      }
    }
  }

  private static Function<NodeValue[], NodeValue> calculating(BinaryOperator<NodeValue> operator) {
    return values -> {
      Budget.check();
      try {
        return Magnitude.check(operator.apply(values[0], values[1]));
      } catch (ArithmeticException e) {
        throw new ExprEvalException(e.getMessage());
      }
    };
  }

  private static NodeValue datatype(NodeValue[] values) {
    Budget.check();
    if (values[1].isIRI()
        && values[1].asNode().getURI().startsWith(XSD.getURI())
        && !values[1].asNode().equals(XSD.xstring.asNode())
        && values[0].isString()) {
      Magnitude.checkLexical(values[0].getString());
    }
    return Magnitude.check(NodeFunctions.strDatatype(values[0], values[1]));
  }

  private static NodeValue contains(NodeValue[] values) {
    NodeValueOps.checkTwoArgumentStringLiterals("contains", values[0], values[1]);
    return NodeValue.booleanReturn(place(values) >= 0);
  }

  private static NodeValue before(NodeValue[] values) {
    NodeValueOps.checkTwoArgumentStringLiterals("strBefore", values[0], values[1]);
    int at = place(values);
    String text = values[0].asNode().getLiteralLexicalForm();
    return at < 0 ? NodeValue.nvEmptyString : like(values[0], text.substring(0, at));
  }

  private static NodeValue after(NodeValue[] values) {
    NodeValueOps.checkTwoArgumentStringLiterals("strAfter", values[0], values[1]);
    int at = place(values);
    String text = values[0].asNode().getLiteralLexicalForm();
    int length = values[1].asNode().getLiteralLexicalForm().length();
    return at < 0 ? NodeValue.nvEmptyString : like(values[0], text.substring(at + length));
  }

  /** Where a text is in another; -1 when it is not there. */
  private static int place(NodeValue[] values) {
    Budget.check();
    String text = values[0].asNode().getLiteralLexicalForm();
    String part = values[1].asNode().getLiteralLexicalForm();
    return (long) text.length() * part.length() < SMALL_SEARCH
        ? text.indexOf(part)
        : longPlace(text, part);
  }

  /** Looks at each character once (Knuth, Morris and Pratt), so long texts take no longer. */
  private static int longPlace(String text, String part) {
    int[] border = new int[part.length()];
    for (int i = 1, matched = 0; i < part.length(); i++) {
      while (matched > 0 && part.charAt(i) != part.charAt(matched)) {
        matched = border[matched - 1];
      }
      matched += part.charAt(i) == part.charAt(matched) ? 1 : 0;
      border[i] = matched;
    }
    for (int i = 0, matched = 0; i < text.length(); i++) {
      while (matched > 0 && text.charAt(i) != part.charAt(matched)) {
        matched = border[matched - 1];
      }
      matched += text.charAt(i) == part.charAt(matched) ? 1 : 0;
      if (matched == part.length()) {
        return i - part.length() + 1;
      }
    }
    return -1;
  }

  private static NodeValue regex(NodeValue[] values) {
    String text = string(values[0]);
    return matching(
        () ->
            NodeValue.booleanReturn(
                pattern(values[1], values.length > 2 ? values[2] : null)
                    .matcher(new Watched(text))
                    .find()));
  }

  private static NodeValue replace(NodeValue[] values) {
    NodeValue text = values[0];
    String lexical = string(text);
    String replacement = string(values[2]);
    return matching(
        () -> {
          Matcher matcher =
              pattern(values[1], values.length > 3 ? values[3] : null)
                  .matcher(new Watched(lexical));
          StringBuilder replaced = new StringBuilder();
          while (matcher.find()) {
            if (matcher.end() == matcher.start()) {
              throw new ExprEvalException("REPLACE: the pattern matches the empty string");
            }
            matcher.appendReplacement(replaced, replacement);
            checkLength(replaced.length());
          }
          matcher.appendTail(replaced);
          checkLength(replaced.length());
          return like(text, replaced.toString());
        });
  }

  /** A text with the language, direction or datatype of another. */
  private static NodeValue like(NodeValue model, String text) {
    return NodeValue.makeNode(
        model.asNode().getLiteralLanguage().isEmpty()
            ? org.apache.jena.graph.NodeFactory.createLiteralString(text)
            : org.apache.jena.graph.NodeFactory.createLiteralLang(
                text, model.asNode().getLiteralLanguage()));
  }

  private static String string(NodeValue value) {
    org.apache.jena.graph.Node node = value.asNode();
    if (!value.isString() && (!node.isLiteral() || node.getLiteralLanguage().isEmpty())) {
      throw new ExprEvalException("a text was expected, not " + value);
    }
    return node.getLiteralLexicalForm();
  }

  private interface Matching {
    NodeValue match();
  }

  private static NodeValue matching(Matching matching) {
    try {
      return matching.match();
    } catch (StackOverflowError e) {
      throw Problem.badRequest("a regular expression is too hard for the text it is matched with");
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new ExprEvalException("the replacement of REPLACE is wrong", e);
    }
  }

  private static Pattern pattern(NodeValue pattern, NodeValue flags) {
    String text = string(pattern);
    String letters = flags == null ? "" : string(flags);
    if (text.length() > LONGEST_PATTERN) {
      throw Problem.badRequest("a regular expression has at most 1000 characters");
    }
    checkRepeats(text);
    int mask = 0;
    for (char letter : letters.toCharArray()) {
      mask |=
          switch (letter) {
            case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            case 's' -> Pattern.DOTALL;
            case 'm' -> Pattern.MULTILINE;
            case 'x' -> Pattern.COMMENTS;
            case 'q' -> Pattern.LITERAL;
            default -> throw new ExprEvalException("REGEX has no flag " + letter);
          };
    }
    try {
      return Pattern.compile(text, mask);
    } catch (PatternSyntaxException e) {
      throw new ExprEvalException("the regular expression is wrong", e);
    }
  }

  /** Counted repeats of nothing run without looking at the text, so their product is bounded. */
  private static void checkRepeats(String pattern) {
    Matcher counted = COUNTED.matcher(pattern);
    long product = 1;
    while (counted.find()) {
      String most =
          counted.group(2) == null || counted.group(2).isEmpty()
              ? counted.group(1)
              : counted.group(2);
      product *= most.length() > 5 ? MOST_REPEATS + 1 : Math.max(1, Long.parseLong(most));
      if (product > MOST_REPEATS) {
        throw Problem.badRequest("a regular expression repeats too often");
      }
    }
  }

  private static NodeValue concat(NodeValue[] values) {
    long length = 0;
    for (NodeValue value : values) {
      length += value.asString().length();
    }
    checkLength(length);
    return XSDFuncOp.strConcat(java.util.List.of(values));
  }

  private static NodeValue encode(NodeValue value) {
    checkLength(value.asString().length() * 3L);
    return XSDFuncOp.strEncodeForURI(value);
  }

  private static void checkLength(long length) {
    Budget.check();
    if (length > LONGEST_TEXT) {
      throw Problem.tooLarge("a query makes texts of at most " + LONGEST_TEXT + " characters");
    }
  }

  /** A text that ends the matching when the query's time is over. */
  private static final class Watched implements CharSequence {
    private static final int LOOK_EVERY = 0xFFF;

    private final String text;
    private int reads;

    Watched(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if ((++reads & LOOK_EVERY) == 0) {
        Budget.check();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
