package nightshift.io.gate;

import java.util.Locale;

/** What was done about a finding. */
public enum GateAction {
  /** Nothing: it is named, and the bars are used as they are. */
  KEPT,
  /** A price was replaced or taken out, or prices were scaled; the bar is used. */
  MENDED,
  /** The bars, or rows, are not used. */
  BARS_SET_ASIDE,
  /** The symbol is not used. */
  SYMBOL_SET_ASIDE;

  /** As it stands in the database. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
