package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.testing.CoderProperties;
import org.junit.jupiter.api.Test;

class YearSliceTest {
  private static final YearSlice SLICE = new YearSlice("BAJAJ-AUTO.NS", 2019, 252);

  @Test
  void isTheSameOnTheOtherSide() throws Exception {
    CoderProperties.coderDecodeEncodeEqual(YearSlice.Coder.of(), SLICE);
    CoderProperties.coderDecodeEncodeEqual(
        YearSlice.Coder.of(), new YearSlice("M\u00fcnchen \ud83d\ude00", 1, 0));
    CoderProperties.coderDeterministic(
        YearSlice.Coder.of(), SLICE, new YearSlice("BAJAJ-AUTO.NS", 2019, 252));
    CoderProperties.coderSerializable(YearSlice.Coder.of());
  }

  @Test
  void isNotLeftToJavasSerialisation() throws Exception {
    assertThat(CoderRegistry.createDefault().getCoder(YearSlice.class))
        .isSameAs(YearSlice.Coder.of());
  }
}
