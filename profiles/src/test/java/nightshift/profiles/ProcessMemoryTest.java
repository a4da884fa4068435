package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMemoryTest {
  @TempDir Path proc;

  @Test
  void readsWhatLinuxTells() throws IOException {
    Files.createDirectory(proc.resolve("self"));
    Files.writeString(
        proc.resolve("self/status"),
        """
        Name:	java
        VmPeak:	  900 kB
        VmSize:	  800 kB
        VmHWM:	  300 kB
        VmRSS:	  200 kB
        RssAnon:	  130 kB
        RssFile:	   60 kB
        RssShmem:	   10 kB
        VmSwap:	    5 kB
        Threads:	12
        """);
    Files.writeString(
        proc.resolve("meminfo"),
        """
        MemTotal:        4096 kB
        MemAvailable:    1024 kB
        HugePages_Total:       0
        """);
    assertThat(ProcessMemory.read(proc))
        .isEqualTo(
            new ProcessMemory(
                200 << 10, 300 << 10, 800 << 10, 70 << 10, 5 << 10, 1 << 20, 4 << 20));
  }

  @Test
  void whatIsNotToldIsUnknown() throws IOException {
    assertThat(ProcessMemory.read(proc)).isEqualTo(new ProcessMemory(-1, -1, -1, -1, -1, -1, -1));
    Files.writeString(proc.resolve("meminfo"), "MemAvailable: plenty kB\n");
    assertThat(ProcessMemory.read(proc).available()).isEqualTo(-1);
  }
}
