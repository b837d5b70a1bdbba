package org.entente;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/**
 * The packages are a star: stages see the small shared bottom, never each other, and only the root
 * package sees them all.
 */
@AnalyzeClasses(packages = "org.entente", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ROOT = "org.entente";

  /** What each package may see of the others; a new package is entered here with its reason. */
  private static final Map<String, Set<String>> MAY_SEE =
      Map.ofEntries(
          Map.entry("diagnostic", Set.of()),
          // Below everything that may be larger than the heap.
          Map.entry("spill", Set.of()),
          Map.entry("model", Set.of("diagnostic", "spill")),
          Map.entry("rdf", Set.of("diagnostic", "model", "spill")),
          Map.entry("store", Set.of("diagnostic", "model", "rdf")),
          Map.entry("source", Set.of("diagnostic", "model", "spill")),
          Map.entry("extract", Set.of("diagnostic", "model", "rdf")),
          Map.entry("review", Set.of("diagnostic", "model")),
          Map.entry("map", Set.of("diagnostic", "model", "rdf")),
          Map.entry("resolve", Set.of("diagnostic", "model", "rdf", "spill")),
          Map.entry("infer", Set.of("diagnostic", "model", "rdf", "spill")),
          Map.entry("summarise", Set.of("diagnostic", "model", "rdf")),
          Map.entry("validate", Set.of("diagnostic", "model", "rdf", "spill")),
          Map.entry("publish", Set.of("diagnostic", "model", "rdf", "store", "spill")),
          // Queries search words wherever they run.
          Map.entry("search", Set.of("diagnostic", "model", "rdf")),
          Map.entry("report", Set.of("diagnostic", "model", "rdf", "store", "search")),
          // Another store is neither a report nor served from here.
          Map.entry("push", Set.of("diagnostic", "model", "rdf", "store")),
          Map.entry("explore", Set.of("diagnostic", "model", "rdf", "store")),
          // The same stages, called on many machines; nothing else sees Spark.
          Map.entry(
              "spark", Set.of("diagnostic", "model", "rdf", "source", "map", "extract", "publish")),
          // The explorer's pages are served by the one server.
          Map.entry("serve", Set.of("diagnostic", "model", "rdf", "store", "search", "explore")));

  @ArchTest
  static final ArchRule STAR =
      classes().that().resideOutsideOfPackage(ROOT).should(seeOnlyWhatTheyMay());

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("org.entente.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule FUSEKI_IN_SERVE_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.entente.serve..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.jena.fuseki..", "org.eclipse.jetty..", "jakarta..");

  @ArchTest
  static final ArchRule SPARK_IN_ITS_PACKAGE_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.entente.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "scala..");

  @ArchTest
  static final ArchRule OPENCSV_WHERE_TABLES_ARE =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.entente.source..", "org.entente.review..", "org.entente.extract..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.opencsv..");

  @ArchTest
  static final ArchRule COMMAND_LINE_IN_ROOT_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule EXIT_IN_MAIN_ALONE =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.entente.Main")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static void everyPackageIsInTheMap(JavaClasses imported) {
    classes()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .resideInAnyPackage(
            MAY_SEE.keySet().stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new))
        .check(imported);
  }

  private static ArchCondition<JavaClass> seeOnlyWhatTheyMay() {
    return new ArchCondition<>("see only what the star lets them") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        Set<String> allowed = MAY_SEE.getOrDefault(packageOf(from), Set.of());
        from.getDirectDependenciesFromSelf().stream()
            .filter(d -> isOurs().test(d.getTargetClass()))
            .filter(d -> !packageOf(d.getTargetClass()).equals(packageOf(from)))
            .filter(d -> !allowed.contains(packageOf(d.getTargetClass())))
            .forEach(d -> events.add(SimpleConditionEvent.violated(from, d.getDescription())));
      }
    };
  }

  private static DescribedPredicate<JavaClass> isOurs() {
    return JavaClass.Predicates.resideInAPackage(ROOT + "..");
  }

  /** The part of the package's name after the root's; empty for the root itself. */
  private static String packageOf(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(ROOT + ".")) {
      return "";
    }
    String rest = name.substring(ROOT.length() + 1);
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }
}
