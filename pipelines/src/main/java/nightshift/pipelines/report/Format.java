package nightshift.pipelines.report;

import java.util.Locale;

/** How a figure is written, and in which unit; what is undefined is a dash. */
public enum Format {
  TEXT("%s", 1),
  WHOLE("%,.0f", 1),
  DECIMAL("%.2f", 1),
  /** A probability, or a p-value. */
  PROBABILITY("%.3f", 1),
  /** Of a fraction. */
  PERCENT("%.1f %%", 100),
  /** Of bytes. */
  MEGABYTES("%,.0f MB", 1.0 / (1 << 20)),
  SECONDS("%,.1f s", 1),
  DEGREES("%.1f °C", 1);

  /** Stands for what is not defined, or not known. */
  public static final String UNDEFINED = "–";

  private final String pattern;
  private final double scale;

  Format(String pattern, double scale) {
    this.pattern = pattern;
    this.scale = scale;
  }

  /** Whether values are numbers, which stand at the right. */
  public boolean isNumber() {
    return this != TEXT;
  }

  /**
   * A value for people.
   *
   * @param value a text or a number; null and NaN are undefined
   */
  public String of(Object value) {
    if (value == null || value instanceof Double number && !Double.isFinite(number)) {
      return UNDEFINED;
    }
    if (value instanceof Number number && isNumber()) {
      String text = String.format(Locale.ROOT, pattern, number.doubleValue() * scale);
      return text.startsWith("-") && text.matches("-[0.,]+( .*)?") ? text.substring(1) : text;
    }
    return value.toString();
  }
}
