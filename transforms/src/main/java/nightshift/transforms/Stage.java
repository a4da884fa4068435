package nightshift.transforms;

/** What a run spends its time on. */
public enum Stage {
  /** From the start of Java until the pipeline runs, without {@link #LISTING}. */
  START_UP,
  /** Names and metadata of symbols: for the plan, and in the pipeline. */
  LISTING,
  /** Loading the panels' prices. */
  READING,
  /** The search of a unit, from its panel to its best candidates. */
  EVOLVING,
  /** Of {@link #EVOLVING} and {@link #VALIDATING}: the backtests and their statistics. */
  KERNELS,
  /** The best candidates on the unseen days. */
  VALIDATING,
  /** Units and quarantine into the research database. */
  WRITING,
  /** What selection costs: the probability of overfitting of each unit, and in the end verdicts. */
  JUDGING;

  /** Does something on this stage, and takes its time. */
  public <T, E extends Exception> T time(StageTimes.Work<T, E> work) throws E {
    return StageTimes.ofThisProcess().time(this, work);
  }

  /** Something that takes time and gives nothing. */
  public interface Task<E extends Exception> {
    void run() throws E;
  }

  /** Does something on this stage, and takes its time. */
  public <E extends Exception> void run(Task<E> task) throws E {
    time(
        () -> {
          task.run();
          return null;
        });
  }
}
