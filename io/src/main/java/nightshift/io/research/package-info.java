/**
 * Where results go to: the research database, its schema, and the rows that make it up. What is
 * written here is what a report or a trading program reads in the morning.
 */
package nightshift.io.research;
