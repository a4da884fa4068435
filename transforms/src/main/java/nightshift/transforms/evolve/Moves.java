package nightshift.transforms.evolve;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import nightshift.transforms.strategy.Values;

/**
 * Makes new candidates. How often each {@link Move} is made follows how often it was better than
 * its parent lately, and how far a step goes follows whether steps are.
 *
 * <p>Sources: Thierens, An Adaptive Pursuit Strategy for Allocating Operator Probabilities (2005),
 * of which this is the simpler probability matching; Rechenberg's rule of one fifth (1973); Storn,
 * Price, Differential Evolution (1997).
 */
final class Moves {
  private static final Move[] ALL = Move.values();
  private static final double LEAST_SHARE = 0.1;
  private static final double MEMORY = 0.9;
  private static final double FIRST_REACH = 0.15;
  private static final double LARGEST_REACH = 0.3;
  private static final double SMALLEST_REACH = 0.01;
  private static final double WIDER = 1.3;
  private static final double NARROWER = 0.85;

  private final Problem problem;
  private final SplittableRandom random;
  private final double[] made = new double[ALL.length];
  private final double[] better = new double[ALL.length];
  private double reach = FIRST_REACH;

  Moves(Problem problem, SplittableRandom random) {
    this.problem = problem;
    this.random = random;
  }

  /**
   * A new candidate, and what it was made of.
   *
   * @param parent the better of its parents
   */
  record Child(Values values, Move move, Candidate parent) {}

  /**
   * Makes one.
   *
   * @param members the best first, at least one
   */
  Child child(List<Candidate> members) {
    Move move = members.size() < 3 ? one(Move.STEP, Move.LEAP) : drawn();
    int first = chosen(members);
    int second = chosen(members);
    Candidate parent = members.get(Math.min(first, second));
    Values other = members.get(Math.max(first, second)).values();
    int[] genes =
        switch (move) {
          case CROSS -> crossed(parent.values(), other);
          case STEP -> stepped(parent.values());
          case LEAP -> leapt(parent.values());
          case DIFFERENCE ->
              moved(parent.values(), other, members.get(random.nextInt(members.size())).values());
        };
    return new Child(
        problem.canonical().apply(new Values(problem.parameters(), genes)), move, parent);
  }

  private Move one(Move a, Move b) {
    return random.nextBoolean() ? a : b;
  }

  /** A tournament of two: members are sorted. */
  private int chosen(List<Candidate> members) {
    return Math.min(random.nextInt(members.size()), random.nextInt(members.size()));
  }

  private Move drawn() {
    double[] shares = shares();
    double at = random.nextDouble();
    int move = 0;
    while (move < ALL.length - 1 && at >= shares[move]) {
      at -= shares[move];
      move++;
    }
    return ALL[move];
  }

  /** How often each move is made; they sum to 1, and none is ever given up. */
  double[] shares() {
    double[] shares = new double[ALL.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (better[i] + 1) / (made[i] + 2);
    }
    double sum = Arrays.stream(shares).sum();
    for (int i = 0; i < shares.length; i++) {
      shares[i] = LEAST_SHARE + (1 - LEAST_SHARE * shares.length) * shares[i] / sum;
    }
    return shares;
  }

  private int[] crossed(Values a, Values b) {
    int[] genes = new int[problem.parameters().size()];
    for (int i = 0; i < genes.length; i++) {
      genes[i] = random.nextBoolean() ? a.index(i) : b.index(i);
    }
    return genes;
  }

  private int[] stepped(Values from) {
    int[] genes = genes(from);
    int sure = random.nextInt(genes.length);
    for (int i = 0; i < genes.length; i++) {
      if (i == sure || random.nextInt(genes.length) == 0) {
        int step = (int) Math.rint(reach * size(i) * bell());
        int least = random.nextBoolean() ? 1 : -1;
        genes[i] = within(i, genes[i] + (step == 0 ? least : step));
      }
    }
    return genes;
  }

  /** Of mean 0 and standard deviation 1, and as good as normal. */
  private double bell() {
    double sum = -1.5;
    for (int i = 0; i < 3; i++) {
      sum += random.nextDouble();
    }
    return 2 * sum;
  }

  private int[] leapt(Values from) {
    int[] genes = genes(from);
    int i = random.nextInt(genes.length);
    genes[i] = random.nextInt(size(i));
    return genes;
  }

  private int[] moved(Values from, Values a, Values b) {
    int[] genes = genes(from);
    double share = 0.4 + 0.6 * random.nextDouble();
    for (int i = 0; i < genes.length; i++) {
      genes[i] =
          within(i, (int) Math.rint(genes[i] + share * (a.index(i) - b.index(i)) + bell() / 3));
    }
    return genes;
  }

  private int[] genes(Values from) {
    return from.indices().stream().mapToInt(Integer::intValue).toArray();
  }

  private int size(int parameter) {
    return problem.parameters().get(parameter).size();
  }

  private int within(int parameter, int gene) {
    return Math.max(0, Math.min(size(parameter) - 1, gene));
  }

  /** Takes in what became of children that were evaluated in full. */
  void learn(List<Child> children, List<Candidate> scored) {
    for (int i = 0; i < ALL.length; i++) {
      made[i] *= MEMORY;
      better[i] *= MEMORY;
    }
    int steps = 0;
    int longer = 0;
    for (int i = 0; i < children.size(); i++) {
      Child child = children.get(i);
      boolean isBetter = scored.get(i).score().compareTo(child.parent().score()) > 0;
      made[child.move().ordinal()]++;
      better[child.move().ordinal()] += isBetter ? 1 : 0;
      if (child.move() == Move.STEP) {
        steps++;
        longer += isBetter ? 1 : 0;
      }
    }
    if (steps > 0) {
      double next = reach * (5 * longer >= steps ? WIDER : NARROWER);
      reach = Math.max(SMALLEST_REACH, Math.min(LARGEST_REACH, next));
    }
  }

  /** Forgets where it was: for a population that begins anew. */
  void restart() {
    reach = FIRST_REACH;
  }
}
