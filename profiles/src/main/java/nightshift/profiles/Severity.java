package nightshift.profiles;

/** How bad an alert is, the worse the later. */
public enum Severity {
  /** To be looked at in the morning. */
  WARN,
  /** The run, or the machine, was in danger. */
  CRITICAL
}
