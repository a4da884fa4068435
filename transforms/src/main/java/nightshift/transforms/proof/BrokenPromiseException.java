package nightshift.transforms.proof;

/** Ends a check at the first thing that is wrong. */
final class BrokenPromiseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  BrokenPromiseException(Finding finding) {
    this(finding, null);
  }

  BrokenPromiseException(Finding finding, RuntimeException cause) {
    super(finding.line(), cause);
    this.finding = finding;
  }

  Finding finding() {
    return finding;
  }
}
