package nightshift.transforms.evolve;

/** The ways in which a new candidate is made of members of a population. */
enum Move {
  /** Exchanges parameters of two parents. */
  CROSS,
  /** Moves some parameters by a few of their steps. */
  STEP,
  /** Draws one parameter anew. */
  LEAP,
  /** Moves a parent by a share of the way between two others, which is long while they differ. */
  DIFFERENCE
}
