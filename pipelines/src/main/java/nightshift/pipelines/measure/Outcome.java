package nightshift.pipelines.measure;

/** How a child ended. */
public enum Outcome {
  /** By itself, with status 0. */
  FINISHED,
  /** By itself, with another status. */
  FAILED,
  /** Killed, as it took more memory than its limit. */
  OVER_LIMIT,
  /** Killed, as it took longer than it was given. */
  OVER_TIME,
  /** Killed, as the machine had too little memory left, whoever has it. */
  MACHINE_LOW
}
