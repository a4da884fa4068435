/**
 * Technical indicators as pure functions on primitive arrays. They know nothing of symbols,
 * strategies or calendars, so each can be held against published figures.
 *
 * <p>What holds for all of them: the answer has one value a bar, as many as {@code length} says,
 * and the value at bar t follows from bars up to and including t alone. It is NaN where too few
 * bars have gone before. A NaN in the input makes every window that holds it NaN; an indicator that
 * remembers all bars (EMA, RSI, ATR) begins anew after it. Only inputs below {@code length} are
 * looked at.
 */
package nightshift.transforms.indicator;
