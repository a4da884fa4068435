package nightshift.transforms;

/** Where the prices of a fold are kept while its units are worked on; changes no result. */
public enum Keeping {
  /** In memory, shared by all workers. */
  MEMORY,
  /** In a scratch file, shared by all workers, of which each reads what it is looking at. */
  SCRATCH;

  /** When a scratch file is used. */
  public enum Choice {
    /** When the prices do not fit into memory. */
    AUTO,
    ALWAYS,
    NEVER
  }
}
