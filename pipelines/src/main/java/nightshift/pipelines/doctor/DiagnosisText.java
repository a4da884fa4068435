package nightshift.pipelines.doctor;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints a diagnosis for people: the worst first, each with why it matters and what mends it. */
public final class DiagnosisText {
  private static final int WIDTH = 100;
  private static final String INDENT = " ".repeat(10);

  private DiagnosisText() {}

  /** Prints it; the last line is the sum. */
  public static void print(Diagnosis diagnosis, PrintStream out) {
    out.println("machine   " + diagnosis.machine());
    out.println("looked at " + diagnosis.at());
    for (Finding finding : diagnosis.findings()) {
      if (finding.gravity() != Gravity.OK) {
        out.println();
        print(finding, out);
      }
    }
    out.println();
    diagnosis.findings().stream()
        .filter(finding -> finding.gravity() == Gravity.OK)
        .forEach(finding -> block("ok        ", finding.check() + ": " + finding.found(), out));
    for (Unseen unseen : diagnosis.unseen()) {
      block("not seen  ", unseen.check() + ": " + unseen.what(), out);
      if (!unseen.how().isEmpty()) {
        out.println(INDENT + "$ " + unseen.how());
      }
    }
    out.println();
    out.println("result    " + sum(diagnosis));
  }

  private static void print(Finding finding, PrintStream out) {
    String head =
        switch (finding.gravity()) {
          case CRITICAL -> "CRITICAL  ";
          case WARNING -> "WARNING   ";
          default -> "note      ";
        };
    block(head, finding.check() + ": " + finding.found(), out);
    block(INDENT, "why: " + finding.why(), out);
    // Never broken, as somebody will copy it; a line that is no command says so itself.
    finding
        .mend()
        .forEach(line -> out.println(INDENT + (line.startsWith("#") ? line : "$ " + line)));
  }

  static String sum(Diagnosis diagnosis) {
    long critical = diagnosis.count(Gravity.CRITICAL);
    long warnings = diagnosis.count(Gravity.WARNING);
    if (critical + warnings == 0) {
      return "nothing is wrong that can be seen";
    }
    return critical
        + " critical, "
        + warnings
        + (warnings == 1 ? " warning" : " warnings")
        + "; begin with the first";
  }

  private static void block(String head, String text, PrintStream out) {
    String before = head;
    for (String line : wrapped(text)) {
      out.println(before + line);
      before = INDENT;
    }
  }

  /** Broken between words; a word that is longer than a line stands alone. */
  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && INDENT.length() + line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
