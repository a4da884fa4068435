package nightshift.pipelines.doctor;

import java.util.Locale;

/** How much a finding matters, the more the later. */
public enum Gravity {
  /** As it should be. */
  OK,
  /** Good to know when something else is wrong. */
  NOTE,
  /** Will cost a night sooner or later. */
  WARNING,
  /** Costs nights, or has cost one. */
  CRITICAL;

  /** As people and JSON have it: {@code warning}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
