package nightshift.io.market;

/**
 * Names that come out of files, on their way to a terminal: an escape sequence in a symbol must not
 * move a cursor, nor a line end in it begin a line of its own.
 */
public final class PlainText {
  private PlainText() {}

  /**
   * Whether a text has only characters that stand for themselves: no controls, line ends, marks
   * that turn the direction of writing, or halves of characters.
   */
  public static boolean isPlain(String text) {
    return text.codePoints().allMatch(PlainText::isPlain);
  }

  private static boolean isPlain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  /** The text with everything else written as {@code \}{@code u001b}. */
  public static String of(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .forEach(
            codePoint -> {
              if (isPlain(codePoint)) {
                plain.appendCodePoint(codePoint);
              } else {
                plain.append(String.format("\\u%04x", codePoint));
              }
            });
    return plain.toString();
  }
}
