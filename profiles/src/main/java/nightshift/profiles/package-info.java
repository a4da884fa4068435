/**
 * The machine and the settings: what this machine is, what may be used of it, and where each
 * effective setting came from. Nothing here knows of prices, strategies or Beam.
 */
package nightshift.profiles;
