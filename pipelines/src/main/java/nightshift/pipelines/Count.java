package nightshift.pipelines;

/** Numbers of things for people: {@code 1 fold}, {@code 2 folds}. */
final class Count {
  private Count() {}

  static String of(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** For a thing that ends in y: {@code 1 strategy}, {@code 2 strategies}. */
  static String ofStrategies(long number) {
    return number + (number == 1 ? " strategy" : " strategies");
  }
}
