/**
 * The eight strategies that come with the project, one class each, with the source of its rules in
 * its Javadoc. They use nothing that a strategy in another jar could not use too, and are named in
 * {@code META-INF/services}.
 *
 * <p>They look for their next change in loops with one question a bar. Where it is whether a value
 * is above another, it is asked as {@code !(value <= other)}, which takes the processor a branch
 * less (a quarter of the loop's time): right only where neither is NaN, so the search begins where
 * both are defined.
 *
 * <p>Common to all: decisions are made at closes from {@link
 * nightshift.transforms.strategy.Bars#first()} on, every symbol is flat before, and what is
 * remembered of a trade (its entry price, its stop) begins there, so that positions do not depend
 * on how much history was loaded beyond the warm-up. An indicator that is not yet defined opens no
 * position.
 */
package nightshift.transforms.strategy.builtin;
