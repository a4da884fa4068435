/**
 * Tells somebody how a run ended: by a command or a web address. Knows nothing of runs but what is
 * to be told.
 */
package nightshift.pipelines.notice;
