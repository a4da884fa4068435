package nightshift.pipelines.tuning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nightshift.pipelines.measure.Measurement;
import nightshift.pipelines.measure.Spread;

/** Prints what was measured as JSON: for each variant its settings and every single run. */
public final class UndoJson {
  private UndoJson() {}

  /**
   * Prints one object.
   *
   * @param heldBy what held the children
   */
  public static void print(
      Variant asItIs, List<Variant> undone, long limitMb, String heldBy, PrintStream out)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("limit_mb", limitMb);
      json.writeStringField("held_by", heldBy);
      json.writeFieldName("as_it_is");
      variant(json, asItIs, asItIs);
      json.writeArrayFieldStart("undone");
      for (Variant variant : undone) {
        variant(json, variant, asItIs);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.println(text);
  }

  private static void variant(JsonGenerator json, Variant variant, Variant asItIs)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", variant.name());
    json.writeStringField("change", variant.change());
    if (variant.resident().isPresent()) {
      spread(json, "peak_resident_mb", variant.resident().get());
      spread(json, "seconds", variant.seconds().get());
      spread(json, "peak_virtual_mb", variant.virtual().get());
    }
    if (variant != asItIs && variant.resident().isPresent() && asItIs.resident().isPresent()) {
      json.writeBooleanField(
          "resident_differs", variant.resident().get().differsFrom(asItIs.resident().get()));
      json.writeBooleanField(
          "seconds_differ", variant.seconds().get().differsFrom(asItIs.seconds().get()));
    }
    json.writeObjectFieldStart("settings");
    for (Map.Entry<String, String> option : variant.job().options().entrySet()) {
      json.writeStringField(option.getKey(), option.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("runs");
    for (Measurement measurement : variant.measurements()) {
      run(json, measurement);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void spread(JsonGenerator json, String name, Spread spread) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("median", spread.median());
    json.writeNumberField("min", spread.min());
    json.writeNumberField("max", spread.max());
    json.writeEndObject();
  }

  private static void run(JsonGenerator json, Measurement run) throws IOException {
    json.writeStartObject();
    json.writeStringField("outcome", run.outcome().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("seconds", run.seconds());
    json.writeNumberField("peak_resident_bytes", run.peakResident());
    json.writeNumberField("peak_virtual_bytes", run.peakVirtual());
    if (run.groupPeak().isPresent()) {
      json.writeNumberField("group_peak_bytes", run.groupPeak().getAsLong());
    }
    if (!run.finished()) {
      json.writeStringField("reason", run.reason());
    }
    json.writeEndObject();
  }
}
