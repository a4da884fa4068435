package nightshift.io.gate;

import java.util.Arrays;

/**
 * {@code copy_of}: finds one series under several names. Of each symbol the logarithm of the close
 * is kept on some Wednesdays, at most 48, spread over the days that are looked at. Two symbols are
 * copies when these differ by the same number throughout, so that a copy in other units, or one
 * that begins later, is found too. Adding is for several threads, each with places of its own; what
 * is found depends on nothing but the series.
 */
public final class Copies {
  public static final String RULE = "copy_of";

  /** What is kept of a symbol at most, in bytes. */
  public static final int BYTES_OF_SYMBOL = 48 * Float.BYTES + 24;

  private static final int SAMPLES = 48;
  private static final int WEEK = 7;

  /** Epoch day 6 is a Wednesday. */
  private static final int WEDNESDAY = 6;

  /** How many samples two symbols must have in common. */
  private static final int LEAST_COMMON = 16;

  /** How far a difference may be from the others: prices are rounded to cents. */
  private static final float NEAR = 1e-3f;

  /** One in so many common samples may be further off: copies have misprints of their own. */
  private static final int ONE_OFF_IN = 16;

  /** A series that moves less than this is a copy of every other that does not move. */
  private static final float LEAST_RANGE = 0.05f;

  private static final int PASSES = 8;

  /** In a pass a symbol is compared with so many that follow it at most. */
  private static final int NEIGHBOURS = 32;

  private final int first;
  private final int weeks;
  private final int samples;
  private final float[][] logs;

  /**
   * @param symbols how many places there are
   * @param from first epoch day that is looked at, inclusive
   * @param to last epoch day, inclusive
   */
  public Copies(int symbols, int from, int to) {
    this.first = from + Math.floorMod(WEDNESDAY - from, WEEK);
    this.weeks = Math.max(0, (to - first) / WEEK + 1);
    this.samples = Math.min(SAMPLES, weeks);
    this.logs = new float[symbols][];
  }

  /**
   * Keeps what is needed of a symbol.
   *
   * @param days epoch days, strictly ascending
   */
  public void add(int place, int[] days, double[] close) {
    float[] own = new float[samples];
    int at = 0;
    for (int sample = 0; sample < samples; sample++) {
      int day = first + WEEK * (int) ((long) sample * weeks / samples);
      at = Arrays.binarySearch(days, Math.max(at, 0), days.length, day);
      own[sample] = at < 0 ? Float.NaN : (float) StrictMath.log(close[at]);
      at = at < 0 ? -at - 1 : at;
    }
    logs[place] = own;
  }

  /**
   * For each place the first place with the same series: its own where there is none before it, or
   * where nothing was added.
   */
  public int[] originals() {
    int[] original = new int[logs.length];
    Arrays.setAll(original, place -> place);
    int passes = Math.min(PASSES, samples - 1);
    for (int pass = 0; pass < passes; pass++) {
      pass(pass * (samples - 1) / passes, (pass + 1) * (samples - 1) / passes, original);
    }
    Arrays.setAll(original, place -> root(original, place));
    return original;
  }

  /** Copies have the same return from one sample to another: those who have are looked at. */
  private void pass(int from, int to, int[] original) {
    long[] keys = new long[logs.length];
    int count = 0;
    for (int place = 0; place < logs.length; place++) {
      if (logs[place] != null) {
        float change = logs[place][to] - logs[place][from];
        if (!Float.isNaN(change)) {
          keys[count++] = ((long) ordered(change) << Integer.SIZE) | place;
        }
      }
    }
    Arrays.sort(keys, 0, count);
    for (int i = 0; i < count; i++) {
      int place = (int) keys[i];
      for (int j = i + 1; j < Math.min(count, i + 1 + NEIGHBOURS); j++) {
        int other = (int) keys[j];
        if (change(other, from, to) - change(place, from, to) > 2 * NEAR) {
          break;
        }
        if (root(original, place) != root(original, other) && areCopies(place, other, from)) {
          join(original, place, other);
        }
      }
    }
  }

  /** Whole numbers in the order of the floats. */
  private static int ordered(float value) {
    int bits = Float.floatToIntBits(value + 0f);
    return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
  }

  private float change(int place, int from, int to) {
    return logs[place][to] - logs[place][from];
  }

  private boolean areCopies(int place, int other, int reference) {
    float[] a = logs[place];
    float[] b = logs[other];
    float usual = a[reference] - b[reference];
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    int common = 0;
    int off = 0;
    for (int i = 0; i < samples; i++) {
      float difference = a[i] - b[i];
      if (Float.isNaN(difference)) {
        continue;
      }
      common++;
      if (Math.abs(difference - usual) > NEAR) {
        off++;
        if (off > samples / ONE_OFF_IN) {
          return false;
        }
      } else {
        low = Math.min(low, a[i]);
        high = Math.max(high, a[i]);
      }
    }
    return common >= LEAST_COMMON && off <= common / ONE_OFF_IN && high - low >= LEAST_RANGE;
  }

  private static int root(int[] original, int place) {
    int at = place;
    while (original[at] != at) {
      original[at] = original[original[at]];
      at = original[at];
    }
    return at;
  }

  private static void join(int[] original, int a, int b) {
    int one = root(original, a);
    int other = root(original, b);
    original[Math.max(one, other)] = Math.min(one, other);
  }
}
