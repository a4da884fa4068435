package nightshift.transforms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.CoderProvider;
import org.apache.beam.sdk.coders.CoderProviders;
import org.apache.beam.sdk.coders.DefaultCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * The key of a slice of the market: one symbol in one calendar year, and how much there is of it.
 *
 * @param bars how many bars at most
 */
@DefaultCoder(YearSlice.Coder.class)
public record YearSlice(String symbol, int year, int bars) {

  /** Writes the parts one after the other: Java's serialisation takes some thirty times as long. */
  public static final class Coder extends AtomicCoder<YearSlice> {
    private static final Coder ONE = new Coder();

    private Coder() {}

    public static Coder of() {
      return ONE;
    }

    /** Beam asks for it by this name. */
    public static CoderProvider getCoderProvider() {
      return CoderProviders.forCoder(TypeDescriptor.of(YearSlice.class), ONE);
    }

    @Override
    public void encode(YearSlice slice, OutputStream out) throws IOException {
      StringUtf8Coder.of().encode(slice.symbol, out);
      VarIntCoder.of().encode(slice.year, out);
      VarIntCoder.of().encode(slice.bars, out);
    }

    @Override
    public YearSlice decode(InputStream in) throws IOException {
      String symbol = StringUtf8Coder.of().decode(in);
      int year = VarIntCoder.of().decode(in);
      return new YearSlice(symbol, year, VarIntCoder.of().decode(in));
    }
  }
}
