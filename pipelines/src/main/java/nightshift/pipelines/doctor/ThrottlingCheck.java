package nightshift.pipelines.doctor;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import nightshift.profiles.KernelText;
import nightshift.profiles.Thermal;
import nightshift.profiles.Vitals;

/** Under-voltage, throttling and temperature: now, and since the machine was started. */
final class ThrottlingCheck implements Check {
  private static final Pattern LOW = Pattern.compile("Under-?voltage detected");
  private static final int SINCE = 16;
  private static final int HEX = 16;

  /** A machine that does nothing should be below; a Raspberry Pi slows down from 80 on. */
  private static final double WARM = 70;

  private static final double HOT = 80;
  private static final double TOO_HOT = 90;

  private static final String POWER =
      "# use the maker's power supply (Pi 5: 5 V, 5 A) and a short cable; take off USB drives";
  private static final String COOLING = "# clear the air vents, add a fan or heat sink";

  @Override
  public String name() {
    return "throttling";
  }

  @Override
  public void examine(Patient patient, Examination examination) {
    Thermal thermal = Vitals.Probe.of(patient.tree().root()).read().thermal();
    OptionalInt bits = bits(patient);
    int now = Math.max(0, thermal.throttled()) | bits.orElse(0) & 0xf;
    int since = bits.orElse(0) >> SINCE & 0xf;
    said(examination, now, "now", Gravity.CRITICAL);
    said(examination, since & ~now, "since the machine was started", Gravity.WARNING);
    int logged = patient.log().with(LOW).size();
    if (logged > 0 && ((now | since) & Thermal.UNDER_VOLTAGE) == 0) {
      examination.warning(
          "the voltage was too low " + Words.times(logged) + " in 14 days, by the kernel log",
          "the machine slows down, and writes to a card or USB drive go wrong",
          POWER);
    }
    temperature(patient, examination, thermal.celsius());
    if (patient.machine().isRaspberryPi() && bits.isEmpty()) {
      examination.unseen("what the firmware says of throttling", "vcgencmd get_throttled");
    }
    examination.otherwiseOk(
        (Double.isNaN(thermal.celsius())
                ? "no sensor of temperature"
                : String.format(Locale.ROOT, "%.0f degrees Celsius", thermal.celsius()))
            + (bits.isPresent() ? ", never throttled since the start" : ""));
  }

  /** From the firmware by its file, or by the program that asks it. */
  private static OptionalInt bits(Patient patient) {
    Optional<Path> file = Thermal.firmware(patient.tree().root());
    Optional<String> text =
        file.flatMap(KernelText::of)
            .or(() -> patient.instruments().output("vcgencmd", "get_throttled"))
            .map(said -> said.strip().replaceFirst("^throttled=", "").replaceFirst("^0[xX]", ""))
            .filter(hex -> hex.matches("[0-9a-fA-F]{1,7}"));
    return text.isPresent()
        ? OptionalInt.of(Integer.parseInt(text.get(), HEX))
        : OptionalInt.empty();
  }

  private static void said(Examination examination, int bits, String when, Gravity gravity) {
    if ((bits & Thermal.UNDER_VOLTAGE) != 0) {
      examination.add(
          gravity,
          "the voltage is too low, " + when,
          "the machine slows down, and writes to a card or USB drive go wrong",
          POWER);
    }
    int heat = bits & (Thermal.CAPPED | Thermal.THROTTLED | Thermal.SOFT_LIMIT);
    if (heat != 0) {
      // Capped alone is the voltage's doing more often than the heat's.
      examination.add(
          gravity,
          new Thermal(Double.NaN, heat).throttling() + ", " + when,
          "a run takes longer by a third or more, and may not be ready in the morning",
          (bits & Thermal.UNDER_VOLTAGE) != 0 ? POWER : COOLING);
    }
  }

  private static void temperature(Patient patient, Examination examination, double celsius) {
    if (celsius >= WARM) {
      Gravity gravity =
          celsius >= TOO_HOT ? Gravity.CRITICAL : celsius >= HOT ? Gravity.WARNING : Gravity.NOTE;
      examination.add(
          gravity,
          String.format(Locale.ROOT, "%.1f degrees Celsius now", celsius),
          "a Raspberry Pi slows down from 80 to 85 degrees on, other machines from 95 to 100",
          COOLING,
          patient.places().launcher() + " run --workers=1");
    }
  }
}
