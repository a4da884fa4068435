/**
 * The program: the commands of the launcher, and the pipelines that they run. A command is one
 * class behind {@link nightshift.pipelines.Command}, listed in {@link
 * nightshift.pipelines.Nightshift}; options, help and errors are the same for all of them, and come
 * from the table in {@link nightshift.profiles.Settings}. Everything may be used here, and nothing
 * else uses what is here.
 */
package nightshift.pipelines;
