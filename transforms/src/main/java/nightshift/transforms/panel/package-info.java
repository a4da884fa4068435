/**
 * The prices that one fold is searched on: symbols side by side on one calendar, as primitive
 * arrays. Filled elsewhere; read-only here, and shared by all workers.
 */
package nightshift.transforms.panel;
