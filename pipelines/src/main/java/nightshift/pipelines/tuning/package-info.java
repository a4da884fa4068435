/**
 * Finds out what settings do on a machine, by running jobs as children and measuring them: which
 * setting matters ({@link nightshift.pipelines.tuning.Undo}), and how far one can go ({@link
 * nightshift.pipelines.tuning.Climb}).
 */
package nightshift.pipelines.tuning;
