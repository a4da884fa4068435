/**
 * Technical indicators as pure functions on primitive arrays. They know nothing of symbols,
 * strategies or calendars, so each can be held against published figures.
 *
 * <p>What holds for all of them: the answer has one value a bar, as many as {@code length} says,
 * and the value at bar t follows from bars up to and including t alone. It is NaN where too few
 * bars have gone before. A NaN in the input makes every window that holds it NaN; an indicator that
 * remembers all bars (EMA, RSI, ATR) begins anew after it. Only inputs below {@code length} are
 * looked at.
 *
 * <p>The functions that fill in an array which they are given are for inputs without NaN, and check
 * nothing. Where one needs values of earlier bars, it first copies them to the bars where they are
 * wanted, and then computes with one index for all arrays: the Java compilers turn only such loops
 * into vector instructions.
 */
package nightshift.transforms.indicator;
