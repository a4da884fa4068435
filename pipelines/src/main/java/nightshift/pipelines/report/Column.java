package nightshift.pipelines.report;

/**
 * A column of a table.
 *
 * @param shade whether and how cells are coloured by their values
 * @param full the value that has the full colour; 0 where nothing is coloured
 */
public record Column(String name, Format format, Shade shade, double full) {

  /** What a colour says. */
  public enum Shade {
    NONE,
    /** Gains one colour, losses another. */
    GAIN,
    /** The more, the stronger. */
    AMOUNT,
    /** By the words for how good something is: a verdict, a severity, a status. */
    WORD
  }

  /** A column without colour. */
  public static Column of(String name, Format format) {
    return new Column(name, format, Shade.NONE, 0);
  }

  /** A column of texts. */
  public static Column text(String name) {
    return of(name, Format.TEXT);
  }

  /** A column of words that have colours. */
  public static Column word(String name) {
    return new Column(name, Format.TEXT, Shade.WORD, 0);
  }

  /** A column in which gains and losses have colours, full ones from {@code full} on. */
  public static Column gain(String name, Format format, double full) {
    return new Column(name, format, Shade.GAIN, full);
  }

  /** A column in which more has more colour, the full one from {@code full} on. */
  public static Column amount(String name, Format format, double full) {
    return new Column(name, format, Shade.AMOUNT, full);
  }
}
