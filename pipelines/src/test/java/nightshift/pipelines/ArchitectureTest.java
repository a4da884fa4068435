package nightshift.pipelines;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import nightshift.io.market.Column;

/** Which way the arrows point, and who may know which library. */
@AnalyzeClasses(packages = "nightshift", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ALL = "nightshift..";
  private static final String PROFILES = "nightshift.profiles..";
  private static final String IO = "nightshift.io..";
  private static final String TRANSFORMS = "nightshift.transforms..";
  private static final String MEASURE = "nightshift.pipelines.measure..";
  private static final String TUNING = "nightshift.pipelines.tuning..";
  private static final String REPORT = "nightshift.pipelines.report..";
  private static final String REPORT_HTML = "nightshift.pipelines.report.html..";

  /** What computes and decides; it can be used and tested without any framework. */
  private static final String[] DOMAIN = {
    "nightshift.transforms.strategy..",
    "nightshift.transforms.indicator..",
    "nightshift.transforms.panel..",
    "nightshift.transforms.backtest..",
    "nightshift.transforms.stats..",
    "nightshift.transforms.walkforward..",
    "nightshift.transforms.evolve..",
    "nightshift.transforms.proof..",
    "nightshift.transforms.trust..",
    "nightshift.transforms.pairs..",
  };

  private static DescribedPredicate<JavaClass> oursBut(String... packages) {
    return resideInAPackage(ALL).and(not(resideInAnyPackage(packages)));
  }

  @ArchTest
  static final ArchRule profilesStandAlone =
      noClasses().that().resideInAPackage(PROFILES).should().dependOnClassesThat(oursBut(PROFILES));

  @ArchTest
  static final ArchRule ioKnowsProfiles =
      noClasses().that().resideInAPackage(IO).should().dependOnClassesThat(oursBut(IO, PROFILES));

  @ArchTest
  static final ArchRule testdataKnowsIo =
      noClasses()
          .that()
          .resideInAPackage("nightshift.testdata..")
          .should()
          .dependOnClassesThat(oursBut("nightshift.testdata..", IO, PROFILES))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule transformsKnowIo =
      noClasses()
          .that()
          .resideInAPackage(TRANSFORMS)
          .should()
          .dependOnClassesThat(oursBut(TRANSFORMS, IO, PROFILES));

  @ArchTest
  static final ArchRule domainKnowsNoFramework =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.beam..", "org.apache.hadoop..", "java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule domainKnowsOfIoTheColumnsAlone =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .dependOnClassesThat(resideInAPackage(IO).and(not(equivalentTo(Column.class))));

  @ArchTest
  static final ArchRule evolveAloneKnowsJenetics =
      noClasses()
          .that()
          .resideOutsideOfPackage("nightshift.transforms.evolve..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.jenetics..");

  /** So that it is not loaded where a search has a single objective. */
  @ArchTest
  static final ArchRule oneClassKnowsTheExtensionOfJenetics =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("nightshift.transforms.evolve.FrontSelection")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.jenetics.ext..");

  @ArchTest
  static final ArchRule everyClassIsInAModule =
      classes()
          .should()
          .resideInAnyPackage(
              PROFILES, IO, "nightshift.testdata..", TRANSFORMS, "nightshift.pipelines..");

  /** The last bit of what these give differs between processors; {@link StrictMath}'s does not. */
  private static final Set<String> INEXACT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  @ArchTest
  static final ArchRule figuresHaveTheSameBitsOnEveryMachine =
      noClasses()
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "a function of Math whose last bit is the processor's",
                  access ->
                      access.getTargetOwner().isEquivalentTo(Math.class)
                          && INEXACT.contains(access.getTarget().getName())));

  /** Libraries for statistics call the functions above. */
  @ArchTest
  static final ArchRule figuresComeFromNoLibrary =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.commons.statistics..",
              "org.apache.commons.math3..",
              "org.apache.commons.numbers..");

  @ArchTest
  static final ArchRule measuringKnowsNothingOfWhatIsMeasured =
      noClasses()
          .that()
          .resideInAPackage(MEASURE)
          .should()
          .dependOnClassesThat(oursBut(MEASURE, PROFILES));

  @ArchTest
  static final ArchRule tuningKnowsMeasuring =
      noClasses()
          .that()
          .resideInAPackage(TUNING)
          .should()
          .dependOnClassesThat(oursBut(TUNING, MEASURE, PROFILES));

  @ArchTest
  static final ArchRule theReportReadsWhatWasFound =
      noClasses()
          .that()
          .resideInAPackage(REPORT)
          .should()
          .dependOnClassesThat(
              oursBut(
                  REPORT,
                  "nightshift.io.research..",
                  "nightshift.transforms.stats..",
                  "nightshift.transforms.trust.."));

  @ArchTest
  static final ArchRule sectionsKnowNoHtml =
      noClasses()
          .that()
          .resideInAnyPackage("nightshift.pipelines.report.section..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(REPORT_HTML, "j2html..", "java.sql..");
}
