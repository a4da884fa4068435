package nightshift.pipelines.doctor;

import java.util.List;

/** The Java that runs this, and variables that change the flags of every Java. */
final class JavaCheck implements Check {
  private static final int OLDEST = 17;
  private static final List<String> VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  @Override
  public String name() {
    return "java";
  }

  @Override
  public void examine(Patient patient, Examination examination) {
    if (!patient.tree().isThisMachine()) {
      examination.unseen("the Java of a recorded machine", "java -version");
      return;
    }
    String java =
        "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor");
    if (Runtime.version().feature() < OLDEST) {
      examination.critical(
          java, "Nightshift needs Java 17 or later", "sudo apt install openjdk-17-jdk-headless");
    }
    if ("32".equals(System.getProperty("sun.arch.data.model"))) {
      examination.warning(
          java + ", 32 bits",
          "a process of 32 bits has 2 to 3 GB of addresses, and computes slower",
          "dpkg --print-architecture");
    }
    for (String variable : VARIABLES) {
      String flags = patient.places().environment().getOrDefault(variable, "");
      if (!flags.isBlank()) {
        boolean memory = flags.matches(".*-X(mx|ms|ss|X:Max).*");
        examination.add(
            memory ? Gravity.WARNING : Gravity.NOTE,
            variable + " is " + flags,
            "it changes the flags of every Java that this user starts, those of the profile too",
            "unset " + variable);
      }
    }
    examination.otherwiseOk(java);
  }
}
