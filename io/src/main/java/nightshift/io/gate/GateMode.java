package nightshift.io.gate;

/** How much the gate does. */
public enum GateMode {
  /** What is doubtful is set aside: bars, or whole symbols. */
  STRICT,
  /** What can be mended is mended, what is impossible is set aside, the rest is only named. */
  REPAIR,
  /** Nothing is looked at; bars are as the store's reader makes them. */
  OFF
}
