package org.entente.serve;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProcedure;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.algebra.op.OpUnfold;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprSystem;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.entente.search.FullText;

/**
 * Decides on the parsed query whether it may run. It looks at the algebra and at every expression,
 * those within EXISTS and within aggregates too; it never looks for words in the text.
 */
final class QueryGuard {
  private static final int DEEPEST = 150;
  private static final int MOST_BRACKETS = 5_000;
  private static final int MOST_OPERATORS = 3_000;

  /** Triple patterns and steps of paths: choosing their order takes the square of their number. */
  private static final int MOST_PATTERNS = 500;

  private static final Pattern PLACE = Pattern.compile("(?i)line (\\d+), column (\\d+)");

  private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  /** Predicates that the engine would take as calls, not as data. */
  private static final List<String> MAGIC =
      List.of(
          "java:",
          "http://jena.apache.org/",
          "http://jena.hpl.hp.com/",
          "http://www.w3.org/1999/02/22-rdf-syntax-ns#member");

  private final Limits limits;
  private final Set<String> functions;

  QueryGuard(Limits limits) {
    this.limits = limits;
    this.functions = SafeFunctions.allowed();
  }

  /**
   * A query that may run.
   *
   * @param query the query
   * @param repeatable whether it has the same answer each time, as long as the graph is the same
   */
  record Allowed(Query query, boolean repeatable) {}

  /**
   * Parses a query and checks it.
   *
   * @throws Problem when it may not run
   */
  Allowed check(String text, List<String> defaultGraphs, List<String> namedGraphs) {
    if (text.length() > limits.queryCharacters()) {
      throw Problem.tooLarge("a query has at most " + limits.queryCharacters() + " characters");
    }
    checkDepth(text);
    Query query = parse(text);
    if (!defaultGraphs.isEmpty() || !namedGraphs.isEmpty()) {
      query.getGraphURIs().clear();
      query.getNamedGraphURIs().clear();
      defaultGraphs.forEach(query::addGraphURI);
      namedGraphs.forEach(query::addNamedGraphURI);
    }
    try {
      return new Allowed(query, walk(query));
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
  }

  /** Brackets bound how deep a parser goes; their total bounds it whatever strings hold. */
  private static void checkDepth(String text) {
    int depth = 0;
    int total = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{' || c == '(' || c == '[') {
        total++;
        depth++;
        if (depth > DEEPEST || total > MOST_BRACKETS) {
          throw tooDeep();
        }
      } else if (c == '}' || c == ')' || c == ']') {
        depth = Math.max(0, depth - 1);
      }
    }
  }

  private static Problem tooDeep() {
    return Problem.badRequest("the query is nested too deeply");
  }

  private static Query parse(String text) {
    try {
      Query query = new Query();
      return QueryFactory.parse(query, text, Links.NAMESPACE, Syntax.syntaxSPARQL_12);
    } catch (QueryParseException e) {
      throw syntaxError(e.getMessage(), e.getLine(), e.getColumn());
    } catch (QueryException e) {
      throw syntaxError(e.getMessage(), -1, -1);
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
  }

  private static Problem syntaxError(String message, int line, int column) {
    String said =
        message == null ? "a syntax error" : unescape(message.strip().replaceAll("\\s+", " "));
    Matcher place = PLACE.matcher(said);
    boolean placed = place.find();
    int atLine = placed ? Integer.parseInt(place.group(1)) : Math.max(1, line);
    int atColumn = placed ? Integer.parseInt(place.group(2)) : Math.max(1, column);
    String detail = placed ? said : "line " + atLine + ", column " + atColumn + ": " + said;
    return Problem.badRequest("the query is not SPARQL: " + detail)
        .member("line", atLine)
        .member("column", atColumn);
  }

  /** The parser writes characters beyond ASCII as escapes; a reader wants the characters. */
  private static String unescape(String message) {
    return ESCAPED
        .matcher(message)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(found.group(1), 16))));
  }

  /** Checks all parts of a query and says whether it is repeatable. */
  private boolean walk(Query query) {
    if (query.isJsonType()) {
      throw Problem.forbidden("JSON queries are not part of SPARQL");
    }
    Op op = Algebra.compile(query);
    Parts parts = new Parts();
    if (op != null) {
      parts.check(op);
    }
    return parts.repeatable;
  }

  private static void checkPredicate(Node predicate) {
    if (predicate != null && predicate.isURI()) {
      for (String magic : MAGIC) {
        if (predicate.getURI().startsWith(magic)) {
          throw Problem.badRequest(
              "<" + predicate.getURI() + "> is a property function, which is not offered here");
        }
      }
    }
  }

  /**
   * Looks at each operator, and from there at each expression. Expressions are followed by hand:
   * the engine's own walk does not enter aggregates, nor EXISTS in all places.
   */
  private final class Parts extends OpVisitorBase {
    private int seen;
    private int patterns;
    private boolean repeatable = true;

    void check(Op op) {
      Walker.walk(op, this);
    }

    private void count() {
      if (++seen > MOST_OPERATORS) {
        throw Problem.badRequest("the query has too many parts");
      }
    }

    private void countPattern() {
      count();
      if (++patterns > MOST_PATTERNS) {
        throw Problem.badRequest(
            "a query has at most " + MOST_PATTERNS + " triple patterns and steps of paths");
      }
    }

    @Override
    public void visit(OpService service) {
      throw Problem.forbidden("SERVICE is not offered here: this server asks no other");
    }

    @Override
    public void visit(OpPropFunc function) {
      throw Problem.badRequest("property functions are not offered here");
    }

    @Override
    public void visit(OpProcedure procedure) {
      throw Problem.badRequest("procedures are not offered here");
    }

    @Override
    public void visit(OpBGP pattern) {
      count();
      for (Triple triple : pattern.getPattern()) {
        countPattern();
        if (!triple.getPredicate().hasURI(FullText.QUERY)) {
          checkPredicate(triple.getPredicate());
        }
        Magnitude.check(triple.getSubject());
        Magnitude.check(triple.getObject());
      }
    }

    @Override
    public void visit(OpTable table) {
      count();
      table
          .getTable()
          .rows()
          .forEachRemaining(row -> row.forEach((variable, value) -> Magnitude.check(value)));
    }

    @Override
    public void visit(OpPath path) {
      for (Node predicate : PathPredicates.of(path.getTriplePath())) {
        countPattern();
        checkPredicate(predicate);
      }
      Magnitude.check(path.getTriplePath().getSubject());
      Magnitude.check(path.getTriplePath().getObject());
    }

    @Override
    public void visit(OpFilter filter) {
      all(filter.getExprs());
    }

    @Override
    public void visit(OpLeftJoin join) {
      all(join.getExprs());
    }

    @Override
    public void visit(OpExtend extend) {
      all(extend.getVarExprList());
    }

    @Override
    public void visit(OpAssign assign) {
      all(assign.getVarExprList());
    }

    @Override
    public void visit(OpUnfold unfold) {
      check(unfold.getExpr());
    }

    @Override
    public void visit(OpOrder order) {
      order.getConditions().forEach(condition -> check(condition.getExpression()));
    }

    @Override
    public void visit(OpTopN top) {
      top.getConditions().forEach(condition -> check(condition.getExpression()));
    }

    @Override
    public void visit(OpGroup group) {
      all(group.getGroupVars());
      group.getAggregators().forEach(this::check);
    }

    private void all(ExprList expressions) {
      if (expressions != null) {
        expressions.forEach(this::check);
      }
    }

    private void all(VarExprList expressions) {
      expressions.getExprs().values().forEach(this::check);
    }

    private void check(Expr expression) {
      count();
      // Chance, and the clock.
      repeatable &= !(expression instanceof Unstable || expression instanceof ExprSystem);
      if (expression.isConstant()) {
        Magnitude.check(expression.getConstant().asNode());
      } else if (expression instanceof ExprAggregator aggregate) {
        if (aggregate.getAggregator() instanceof AggCustom custom) {
          throw unknown(custom.getIRI());
        }
        all(aggregate.getAggregator().getExprList());
      } else if (expression instanceof ExprFunctionOp pattern) {
        check(pattern.getGraphPattern());
      } else if (expression instanceof ExprFunction function) {
        if (function instanceof E_Call) {
          throw Problem.badRequest("CALL is not part of SPARQL");
        }
        if (function instanceof E_Function named && !functions.contains(named.getFunctionIRI())) {
          throw unknown(named.getFunctionIRI());
        }
        for (Expr argument : function.getArgs()) {
          if (argument != null) {
            check(argument);
          }
        }
      }
    }

    private Problem unknown(String iri) {
      return Problem.badRequest("the function <" + iri + "> is not offered here");
    }
  }
}
