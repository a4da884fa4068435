package nightshift.pipelines.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters and settings as the database has them: a JSON object without objects in it. */
public final class Parameters {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Parameters() {}

  /** Names and values as text, in their order; the text under no name where it is no object. */
  public static Map<String, String> of(String json) {
    Map<String, String> values = new LinkedHashMap<>();
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Map.of("", json);
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken().isStructStart()) {
          return Map.of("", json);
        }
        values.put(name, parser.getText());
      }
      return values;
    } catch (IOException notJson) {
      return Map.of("", json);
    }
  }

  /** In words: {@code fast 10, slow 50}. */
  public static String words(String json) {
    return of(json).entrySet().stream()
        .map(value -> (value.getKey() + " " + value.getValue()).strip())
        .collect(Collectors.joining(", "));
  }
}
