/**
 * What is wrong with a machine: checks that only read, from a tree of files that is the machine's
 * own or a recorded one, and what they find. Knows the readers of the other modules, and no
 * pipeline.
 */
package nightshift.pipelines.doctor;
