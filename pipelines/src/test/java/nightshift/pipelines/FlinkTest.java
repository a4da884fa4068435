package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same pipeline on an embedded Flink, in builds with -Pflink. */
class FlinkTest {
  @TempDir Path folder;

  static boolean isInThisBuild() {
    return PipelineOptionsFactory.getRegisteredOptions().stream()
        .anyMatch(options -> options.getSimpleName().equals("FlinkPipelineOptions"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sharpe", "sqn,max_drawdown"})
  void givesTheSameBitsAsTheDirectRunner(String objective) throws Exception {
    assumeTrue(isInThisBuild(), "Flink is not part of this build; build with -Pflink");
    Path direct = folder.resolve("direct.db");
    Path flink = folder.resolve("flink.db");
    String aim = "--objective=" + objective;
    Cli.run(Cli.BUNDLED, direct, aim, "--islands=2", "--maxYears=4", "--trainYears=2");
    Cli run =
        Cli.run(
            Cli.BUNDLED,
            flink,
            aim,
            "--islands=2",
            "--maxYears=4",
            "--trainYears=2",
            "--workers=2",
            "--runner=FlinkRunner");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(Dump.of(flink)).isEqualTo(Dump.of(direct)).hasSizeGreaterThan(400);
  }
}
