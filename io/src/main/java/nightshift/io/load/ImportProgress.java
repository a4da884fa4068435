package nightshift.io.load;

/** Is told how far an import has come; called often, so it should be quick. */
public interface ImportProgress {
  /** Tells nobody. */
  ImportProgress NONE = (phase, done, total, what) -> {};

  /** What is going on, and what is counted meanwhile. */
  enum Phase {
    /** Files are read; counted in stored bytes. */
    READING,
    /** Rows that came in no useful order are written by symbol; counted in symbols. */
    WRITING
  }

  /**
   * @param done bytes or symbols so far, at most {@code total}
   * @param what the file or symbol at hand
   */
  void at(Phase phase, long done, long total, String what);
}
