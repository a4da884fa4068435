package nightshift.pipelines.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;

/** Prints a diagnosis as JSON. Names that are there stay; others may come. */
public final class DiagnosisJson {
  /** Changes when a reader of the one before could go wrong. */
  private static final int VERSION = 1;

  private DiagnosisJson() {}

  /** Prints one object. */
  public static void print(Diagnosis diagnosis, PrintStream out) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeStringField("at", diagnosis.at().toString());
      json.writeStringField("machine", diagnosis.machine().toString());
      json.writeStringField(
          "worst",
          diagnosis.findings().isEmpty()
              ? Gravity.OK.word()
              : diagnosis.findings().get(0).gravity().word());
      json.writeObjectFieldStart("counts");
      for (Gravity gravity : Gravity.values()) {
        json.writeNumberField(gravity.word(), diagnosis.count(gravity));
      }
      json.writeEndObject();
      json.writeArrayFieldStart("findings");
      for (Finding finding : diagnosis.findings()) {
        print(finding, json);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("unseen");
      for (Unseen unseen : diagnosis.unseen()) {
        json.writeStartObject();
        json.writeStringField("check", unseen.check());
        json.writeStringField("what", unseen.what());
        json.writeStringField("how", unseen.how());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.println(text);
  }

  private static void print(Finding finding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("check", finding.check());
    json.writeStringField("severity", finding.gravity().word());
    json.writeStringField("found", finding.found());
    json.writeStringField("why", finding.why());
    json.writeArrayFieldStart("mend");
    for (String line : finding.mend()) {
      json.writeString(line);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
