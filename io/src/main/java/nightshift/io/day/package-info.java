/**
 * How stores write a day: whole numbers of several units, instants whose zone is not known, and
 * text. Everything here ends in an epoch day as an {@code int}; nothing here knows a store.
 */
package nightshift.io.day;
