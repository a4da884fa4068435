package nightshift.pipelines.doctor;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nightshift.profiles.KernelText;

/**
 * How worn a card is, as far as it says so: eMMC has {@code pre_eol_info} (1 normal, 2 a warning at
 * 80 % of the spare blocks, 3 urgent at 90 %) and {@code life_time} (two kinds of memory, in tenths
 * used, 0x0b for more than all). SD cards say nothing.
 */
final class CardCheck implements Check {
  private static final Map<Integer, String> END =
      Map.of(2, "has used 80 % of its spare blocks", 3, "has used 90 % of its spare blocks");
  private static final int WORN = 9;
  private static final int URGENT = 3;
  private static final int HEX = 16;

  @Override
  public String name() {
    return "card wear";
  }

  @Override
  public void examine(Patient patient, Examination examination) {
    boolean any = false;
    for (Path block : patient.tree().list("sys/block")) {
      if (block.getFileName().toString().matches("mmcblk\\d+")) {
        any = true;
        card(examination, block);
      }
    }
    if (!any) {
      examination.ok("no SD card or eMMC");
      return;
    }
    if (!patient.places().isOnServer()
        && Storage.isCard(patient.tree(), Path.of(patient.places().research()))) {
      examination.note(
          "the research database " + patient.places().research() + " is on an SD card",
          "a night writes it little, but a card that wears out takes every night's results along",
          "sqlite3 "
              + Words.shell(patient.places().research())
              + " \".backup '/media/usb/nightshift.db'\"");
    }
    examination.otherwiseOk("the card does not say that it is worn");
  }

  private static void card(Examination examination, Path block) {
    String name = block.getFileName().toString();
    int end = number(KernelText.of(block.resolve("device/pre_eol_info"))).orElse(0);
    int used =
        KernelText.of(block.resolve("device/life_time")).stream()
            .flatMap(text -> Stream.of(text.split("\\s+")))
            .mapToInt(part -> number(Optional.of(part)).orElse(0))
            .max()
            .orElse(0);
    if (end >= 2 || used >= WORN) {
      String how =
          END.getOrDefault(
              end,
              "has used "
                  + (used > 10 ? "more than all" : (used - 1) * 10 + " %")
                  + " of its expected life");
      examination.add(
          end >= URGENT || used > 10 ? Gravity.CRITICAL : Gravity.WARNING,
          name + " " + how,
          "it may become read-only, or lose what was written, without warning",
          "# copy the system to a new card or an SSD, and start from that");
    }
    if (KernelText.of(block.resolve("device/type")).equals(Optional.of("SD"))) {
      examination.unseen("how worn the SD card " + name + " is: such cards do not say", "");
    }
  }

  private static Optional<Integer> number(Optional<String> hex) {
    return hex.map(text -> text.replaceFirst("^0[xX]", ""))
        .filter(text -> text.matches("[0-9a-fA-F]{1,4}"))
        .map(text -> Integer.parseInt(text, HEX));
  }
}
