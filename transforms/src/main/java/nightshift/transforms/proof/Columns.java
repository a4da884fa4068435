package nightshift.transforms.proof;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nightshift.io.market.Column;

/** A strategy looks at no column that it does not declare: without the others it wants the same. */
final class Columns implements Check {

  @Override
  public String name() {
    return "columns";
  }

  @Override
  public String on(List<Trial> trials, Effort effort) {
    Set<Column> declared = trials.get(0).strategy().columns();
    for (Trial trial : trials) {
      Sample sample = trial.sample();
      String circumstance = "with the declared columns alone";
      Sample only =
          new Sample(sample.name(), Rewritten.only(sample.panel(), declared), sample.window());
      trial.requireSame(
          trial.decide(only, circumstance),
          Integer.MAX_VALUE,
          "looks at columns that it does not declare",
          circumstance);
    }
    return declared.stream()
        .sorted()
        .map(column -> column.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", ", "", " are all that it looks at"));
  }
}
