package nightshift.io.gate;

/**
 * Something that is wrong with a symbol's bars.
 *
 * @param rule a short stable name
 * @param day epoch day of the first bar concerned, or {@link #WHOLE_SYMBOL}
 * @param rows how many bars it concerns
 * @param value what the rule measured: a ratio, a number of days, a share; NaN for nothing
 * @param detail for people, one line
 */
public record GateFinding(
    String rule, int day, long rows, double value, GateAction action, String detail) {
  /** The day of a finding that concerns all bars. */
  public static final int WHOLE_SYMBOL = Integer.MIN_VALUE;
}
