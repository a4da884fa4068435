/**
 * Runs the program as a child process and measures it: wall time, memory, how it ended. A child is
 * held by a hard limit of the kernel where this machine allows one, is watched in any case, and
 * never outlives this process. Nothing here knows what a child searches for.
 */
package nightshift.pipelines.measure;
