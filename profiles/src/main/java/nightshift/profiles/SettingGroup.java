package nightshift.profiles;

/** What a setting concerns. Only {@link #RESEARCH} and {@link #LOCATIONS} change results. */
public enum SettingGroup {
  RESEARCH("What is searched (changes results)"),
  RESOURCES("What it may cost (never changes results)"),
  LOCATIONS("Where things are"),
  CONDUCT("How it behaves"),
  /** Given to one command as an option; not in a profile, not in the environment. */
  COMMAND("Options of this command");

  private final String title;

  SettingGroup(String title) {
    this.title = title;
  }

  /** The heading in help. */
  public String title() {
    return title;
  }
}
