package nightshift.pipelines.doctor;

/**
 * What a check could not see.
 *
 * @param check name of the check
 * @param what could not be seen, and why
 * @param how the command that shows it; empty where there is none
 */
public record Unseen(String check, String what, String how) {}
