package nightshift.profiles;

/**
 * When something is too much, and when it is over: two levels apart, so that a value which wavers
 * about one of them is one episode, not many.
 *
 * @param raise too much from here on, inclusive
 * @param clear over below this, exclusive; not above {@code raise}
 */
public record Level(double raise, double clear) {

  public Level {
    if (!(clear <= raise)) {
      throw new IllegalArgumentException(
          "a level must clear at or below where it is raised, at " + raise + ", got " + clear);
    }
  }

  /**
   * Whether it is too much.
   *
   * @param value NaN, unknown, changes nothing
   * @param before whether it was so far
   */
  public boolean holds(double value, boolean before) {
    if (Double.isNaN(value)) {
      return before;
    }
    return value >= (before ? clear : raise);
  }
}
