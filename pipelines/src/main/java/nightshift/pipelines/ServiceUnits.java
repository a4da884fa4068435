package nightshift.pipelines;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * A nightly run as systemd's files, or as a line for cron.
 *
 * @param launcher path of the launcher
 * @param folder in which it is started; relative paths in options count from there
 * @param user under whose name; empty for root
 * @param options of {@code run}, as words
 * @param at when, in the machine's time
 * @param memoryMb what the profile lets the process have
 * @param machineMb what the machine has
 * @param writable folders that it writes to; all others are read-only to it
 * @param hook the command that is run when the service failed; empty for none
 */
record ServiceUnits(
    Path launcher,
    Path folder,
    String user,
    List<String> options,
    LocalTime at,
    int memoryMb,
    long machineMb,
    List<Path> writable,
    String hook) {
  static final String SERVICE = "nightshift.service";
  static final String TIMER = "nightshift.timer";
  static final String FAILED = "nightshift-failed.service";

  /** By it an installation knows its own files. */
  static final String MARK = "# Made by `nightshift service`; made anew, it is overwritten.";

  /**
   * Above the budget the kernel slows the run down and takes page cache back; a quarter above it,
   * and 128 MB at least, it ends the run.
   */
  private static final int LEAST_ROOM_MB = 128;

  ServiceUnits {
    options = List.copyOf(options);
    writable = List.copyOf(writable);
  }

  /** Below which the kernel leaves it alone. */
  long highMb() {
    return Math.min(memoryMb + Math.max(LEAST_ROOM_MB / 2, memoryMb / 8), machineMb);
  }

  long maxMb() {
    return Math.min(memoryMb + Math.max(LEAST_ROOM_MB, memoryMb / 4), machineMb);
  }

  /** The service. */
  String service() {
    List<String> lines = new ArrayList<>();
    lines.add(MARK);
    lines.add("[Unit]");
    lines.add("Description=Nightshift, the nightly search of trading-strategy parameters");
    lines.add("After=time-sync.target");
    lines.add("RequiresMountsFor=" + quoted(writable));
    if (!hook.isEmpty()) {
      lines.add("OnFailure=" + FAILED);
    }
    lines.add("");
    lines.add("[Service]");
    lines.add("Type=exec");
    if (!user.isEmpty()) {
      lines.add("User=" + user);
    }
    lines.add("WorkingDirectory=" + percent(folder.toString()));
    lines.add("# What is secret, as NIGHTSHIFT_NOTIFY=https://..., may stand in this file.");
    lines.add("EnvironmentFile=-/etc/nightshift.env");
    List<String> words = new ArrayList<>(List.of(launcher.toString(), "run"));
    words.addAll(options);
    // Started by sh, as the path of a program may hold no variable, and the launcher's may look so.
    lines.add("ExecStart=/bin/sh " + words.stream().map(ServiceUnits::word).collect(JOINED));
    lines.add("# Ended by a signal, a run closes its database and is continued by the next one.");
    lines.add("SuccessExitStatus=143");
    lines.add("KillMode=mixed");
    lines.add("KillSignal=SIGTERM");
    lines.add("TimeoutStopSec=15");
    lines.add("");
    lines.add("# The memory of the profile: " + memoryMb + " MB.");
    lines.add("MemoryHigh=" + highMb() + "M");
    lines.add("MemoryMax=" + maxMb() + "M");
    lines.add("# Whatever else the machine does goes first, also when its memory runs out.");
    lines.add("OOMScoreAdjust=500");
    lines.add("Nice=10");
    lines.add("CPUWeight=50");
    lines.add("IOSchedulingClass=best-effort");
    lines.add("IOSchedulingPriority=7");
    lines.add("IOWeight=50");
    lines.add("");
    lines.add("ReadWritePaths=" + quoted(writable));
    lines.addAll(HARDENING);
    if (!user.isEmpty()) {
      // Root without its capabilities could not write to folders of others.
      lines.add("CapabilityBoundingSet=");
    }
    return text(lines);
  }

  /** What a Java program that compiles as it runs can do without. */
  private static final List<String> HARDENING =
      List.of(
          "ProtectSystem=strict",
          "ProtectHome=read-only",
          "PrivateTmp=yes",
          "PrivateDevices=yes",
          "ProtectKernelTunables=yes",
          "ProtectKernelModules=yes",
          "ProtectKernelLogs=yes",
          "ProtectControlGroups=yes",
          "ProtectClock=yes",
          "ProtectHostname=yes",
          "NoNewPrivileges=yes",
          "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6",
          "RestrictNamespaces=yes",
          "RestrictRealtime=yes",
          "RestrictSUIDSGID=yes",
          "LockPersonality=yes",
          "SystemCallArchitectures=native",
          "UMask=0022");

  private static final Collector<CharSequence, ?, String> JOINED = Collectors.joining(" ");

  /** When it is started. */
  String timer() {
    return text(
        List.of(
            MARK,
            "[Unit]",
            "Description=Nightshift every night",
            "",
            "[Timer]",
            "OnCalendar=*-*-* " + at + ":00",
            "# A night that the machine was off is made up for when it is on again.",
            "Persistent=true",
            "AccuracySec=1min",
            "",
            "[Install]",
            "WantedBy=timers.target"));
  }

  /** What is run when the service failed, also when it was killed and could tell nobody itself. */
  String failed() {
    return text(
        List.of(
            MARK,
            "[Unit]",
            "Description=Says that the nightly search failed",
            "",
            "[Service]",
            "Type=oneshot",
            user.isEmpty() ? "# As root." : "User=" + user,
            "EnvironmentFile=-/etc/nightshift.env",
            "Environment=NOTICE_RESULT=failed",
            "Environment="
                + word(
                    "NOTICE_LINE=nightshift.service failed; journalctl -u nightshift.service -e"
                        + " says why"),
            "ExecStart=/bin/sh -c " + word("printf '%s\\n' \"$NOTICE_LINE\" | { " + hook + "\n}"),
            "TimeoutStartSec=60"));
  }

  /** The same as a line of a crontab; a percent sign would end the command there. */
  String cron() {
    List<String> words = new ArrayList<>(List.of(launcher.toString(), "run"));
    words.addAll(options);
    String command =
        "cd "
            + shell(folder.toString())
            + " && exec nice -n 10 ionice -c 2 -n 7 "
            + words.stream().map(ServiceUnits::shell).collect(JOINED);
    return at.getMinute() + " " + at.getHour() + " * * * " + command.replace("%", "\\%");
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private static String quoted(List<Path> paths) {
    return paths.stream().map(path -> path(path.toString())).collect(JOINED);
  }

  /** A word of a command line: in quotes, and neither a variable nor a specifier. */
  static String word(String text) {
    return percent(inQuotes(text)).replace("$", "$$");
  }

  /** A word of a list of paths, where there are no variables. */
  private static String path(String text) {
    return percent(inQuotes(text));
  }

  private static String inQuotes(String text) {
    if (text.matches("[A-Za-z0-9_./:=@,+%$-]+")) {
      return text;
    }
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private static String percent(String text) {
    return text.replace("%", "%%");
  }

  private static String shell(String text) {
    return text.matches("[A-Za-z0-9_./:=@,+%-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
