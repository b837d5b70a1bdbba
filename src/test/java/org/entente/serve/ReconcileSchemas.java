package org.entente.serve;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The published schemas of the reconciliation API; nothing is fetched to read them. */
final class ReconcileSchemas {
  private static final Path FOLDER = Path.of("src/test/resources/org/entente/serve/reconcile");
  private static final String BASE = "https://reconciliation-api.github.io/specs/0.2/schemas/";

  /** What the manifest's schema refers to elsewhere: how clients log in, which none does here. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "http://swagger.io/v2/schema.json",
          "{\"definitions\": {\"securityDefinitions\": {\"additionalProperties\": {}}}}");

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V7,
          builder -> builder.schemaLoaders(loaders -> loaders.schemas(ReconcileSchemas::text)));

  private static final Map<String, JsonSchema> KNOWN = new ConcurrentHashMap<>();

  private ReconcileSchemas() {}

  private static String text(String iri) {
    if (ELSEWHERE.containsKey(iri)) {
      return ELSEWHERE.get(iri);
    }
    if (!iri.startsWith(BASE)) {
      throw new IllegalArgumentException("a schema from elsewhere: " + iri);
    }
    try {
      // The schemas name no version of their language, which the library would want to fetch.
      return Files.readString(FOLDER.resolve(iri.substring(BASE.length())))
          .replaceFirst("\"\\$schema\": *\"[^\"]*\",", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a schema finds wrong with a text. */
  static Set<String> violations(String schema, String json) {
    JsonSchema known =
        KNOWN.computeIfAbsent(
            schema,
            name ->
                FACTORY.getSchema(com.networknt.schema.SchemaLocation.of(BASE + name + ".json")));
    Set<String> found = new TreeSet<>();
    for (ValidationMessage message : known.validate(json, InputFormat.JSON)) {
      found.add(message.toString());
    }
    return found;
  }
}
