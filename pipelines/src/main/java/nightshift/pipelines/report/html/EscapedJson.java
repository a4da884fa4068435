package nightshift.pipelines.report.html;

/**
 * JSON that can stand in a script element: what could end the element, or a line of script, is
 * written as an escape, which JSON reads as the same text.
 */
final class EscapedJson {
  private EscapedJson() {}

  static String inScript(String json) {
    StringBuilder text = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
