package nightshift.pipelines.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where control groups are looked for, on trees of files that look like the kernel's. */
class HardLimitTest {
  @TempDir Path root;
  private Path mounts;

  @BeforeEach
  void tree() throws IOException {
    mounts = Files.createDirectories(root.resolve("sys/fs/cgroup"));
    Files.createDirectories(root.resolve("proc/self"));
  }

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path place() {
    return ControlGroupLimit.place(root).orElseThrow().parent();
  }

  @Test
  void version1BelowTheOwnGroup() throws IOException {
    file("proc/self/cgroup", "5:cpu,cpuacct:/a\n4:memory:/user/me\n0::/\n");
    file("sys/fs/cgroup/memory/user/me/memory.limit_in_bytes", "9223372036854771712\n");
    assertThat(place()).isEqualTo(mounts.resolve("memory/user/me"));
  }

  @Test
  void version1InAContainerWhereThePathIsThatOfTheHost() throws IOException {
    file("proc/self/cgroup", "4:memory:/docker/0123\n");
    file("sys/fs/cgroup/memory/memory.limit_in_bytes", "536870912\n");
    assertThat(place()).isEqualTo(mounts.resolve("memory"));
  }

  @Test
  void version2WhereMemoryIsGivenToThoseBelow() throws IOException {
    file("proc/self/cgroup", "0::/user.slice/user-0.slice/session-1.scope\n");
    file("sys/fs/cgroup/user.slice/user-0.slice/cgroup.subtree_control", "memory pids\n");
    file("sys/fs/cgroup/user.slice/user-0.slice/session-1.scope/cgroup.subtree_control", "\n");
    file("sys/fs/cgroup/user.slice/user-0.slice/session-1.scope/memory.max", "max\n");
    assertThat(place()).isEqualTo(mounts.resolve("user.slice/user-0.slice"));
  }

  @Test
  void version2NeverLeavesAGroupThatHasALimit() throws IOException {
    file("proc/self/cgroup", "0::/box\n");
    file("sys/fs/cgroup/cgroup.subtree_control", "memory\n");
    file("sys/fs/cgroup/box/cgroup.subtree_control", "\n");
    file("sys/fs/cgroup/box/memory.max", "536870912\n");
    assertThat(ControlGroupLimit.place(root)).isEmpty();
    file("sys/fs/cgroup/box/memory.max", "max\n");
    assertThat(place()).isEqualTo(mounts);
  }

  @Test
  void noneWhereTheKernelHasNoMemoryControl() throws IOException {
    file("proc/self/cgroup", "0::/user.slice\n");
    file("sys/fs/cgroup/cgroup.subtree_control", "cpu pids\n");
    file("sys/fs/cgroup/user.slice/cgroup.subtree_control", "\n");
    assertThat(ControlGroupLimit.place(root)).isEmpty();
  }

  @Test
  void aGroupSaysWhatHappenedInIt() throws IOException {
    for (ControlGroup.Names files : ControlGroup.Names.values()) {
      Path folder = root.resolve("group-" + files);
      ControlGroup group = ControlGroup.make(folder, files, 64 << 20);
      assertThat(folder.resolve(files.limit)).hasContent("67108864");
      assertThat(group.peak()).isEmpty();
      Files.writeString(folder.resolve(files.peak), "12345\n");
      Files.writeString(folder.resolve(files.events), "under_oom 0\noom_kill 0\n");
      assertThat(group.peak()).isEqualTo(OptionalLong.of(12345));
      assertThat(group.killed(137)).isFalse();
      Files.writeString(folder.resolve(files.events), "under_oom 0\noom_kill 2\n");
      assertThat(group.killed(0)).isTrue();
    }
  }

  @Test
  void aScopeIsAskedForMemoryAndNoSwap() {
    Confinement scope = new SystemdScope(List.of("systemd-run", "--user")).confine(1 << 20);
    assertThat(scope.words(List.of("run", "me")))
        .startsWith("systemd-run", "--user", "--scope")
        .contains("MemoryMax=1048576", "MemorySwapMax=0")
        .endsWith("--", "run", "me");
  }
}
