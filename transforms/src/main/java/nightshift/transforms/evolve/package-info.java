/**
 * The search: populations of parameters that evolve. The only place that knows Jenetics. What is
 * searched comes in as {@link nightshift.transforms.strategy.Parameter}s, how good a candidate is
 * as a function; there is no Beam and no price here.
 */
package nightshift.transforms.evolve;
