package nightshift.pipelines.doctor;

/** Looks at one thing of a machine. */
interface Check {

  /** As findings and JSON have it. */
  String name();

  /** Looks; changes nothing. */
  void examine(Patient patient, Examination examination);
}
