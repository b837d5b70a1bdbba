package org.entente.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.atlas.json.JsonValue;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.model.Column;
import org.entente.model.Datatype;
import org.entente.model.Edtf;
import org.entente.model.TableSchema;

/**
 * Reads the CSV on the Web metadata (W3C Recommendation 2015) that lies beside each table as {@code
 * NAME.csv-metadata.json}.
 *
 * <p>Beyond CSVW's own terms it reads {@code ent:scheme} (the SKOS scheme that enumerates a
 * column), {@code ent:references} (the tables whose identifiers a column names, where CSVW's
 * foreign keys allow only one), {@code ent:example}, {@code ent:account}, {@code
 * ent:outsideKnowledge} and {@code ent:exemptFromEvidence}.
 */
final class MetadataReader {
  static final String SUFFIX = ".csv-metadata.json";

  private final DiagnosticLog log;

  MetadataReader(DiagnosticLog log) {
    this.log = log;
  }

  /** The metadata in a file; null when it cannot be used, which is then in the log. */
  TableSchema read(Path file) throws IOException {
    JsonObject json;
    try {
      json = JSON.parse(Files.readString(file, StandardCharsets.UTF_8));
    } catch (JsonParseException e) {
      Location at = new Location(file.toString(), Math.max(1, e.getLine()), e.getColumn());
      log.error(at, Rule.METADATA, "JSON", e.getMessage(), "mend the metadata file");
      return null;
    } catch (JsonException e) {
      log.error(Location.of(file.toString()), Rule.METADATA, "a JSON object", e.getMessage(), "");
      return null;
    }
    try {
      return schema(file, json);
    } catch (JsonException | IllegalArgumentException | NullPointerException e) {
      log.error(
          Location.of(file.toString()),
          Rule.METADATA,
          "CSVW metadata with tableSchema, columns and primaryKey",
          String.valueOf(e.getMessage()),
          "compare with the metadata of a shipped table");
      return null;
    }
  }

  private static TableSchema schema(Path file, JsonObject json) {
    if (!json.hasKey("tableSchema")) {
      throw new IllegalArgumentException("none");
    }
    JsonObject tableSchema = json.getObj("tableSchema");
    Map<String, String> foreignKeys = foreignKeys(tableSchema);
    List<Column> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    if (!tableSchema.hasKey("columns") || !tableSchema.hasKey("primaryKey")) {
      throw new IllegalArgumentException("a tableSchema without columns or primaryKey");
    }
    for (JsonValue value : tableSchema.get("columns").getAsArray()) {
      Column column = column(value.getAsObject(), foreignKeys);
      if (!names.add(column.name())) {
        throw new IllegalArgumentException("column " + column.name() + " described twice");
      }
      columns.add(column);
    }
    List<String> primaryKey = strings(tableSchema.get("primaryKey"));
    if (!names.containsAll(primaryKey)) {
      throw new IllegalArgumentException("primaryKey " + primaryKey + " names unknown columns");
    }
    if (flag(json, "ent:account")) {
      requireAccountColumns(columns);
    }
    String fileName = file.getFileName().toString();
    JsonObject exempt =
        json.hasKey("ent:exemptFromEvidence") ? json.getObj("ent:exemptFromEvidence") : null;
    return new TableSchema(
        fileName.substring(0, fileName.length() - SUFFIX.length()),
        text(json, "dc:title"),
        text(json, "dc:description"),
        List.copyOf(columns),
        primaryKey,
        flag(json, "ent:account"),
        flag(json, "ent:outsideKnowledge"),
        exempt == null ? null : exempt.getString("column"),
        exempt == null ? null : exempt.getString("value"));
  }

  /** What the engine itself reads of every account. */
  private static void requireAccountColumns(List<Column> columns) {
    List<String> lacking = new ArrayList<>(List.of("evidence", "status", "rank", "producer"));
    for (Column column : columns) {
      if (column.defaultValue() != null || column.datatype() == Datatype.LIST) {
        lacking.remove(column.name());
      }
    }
    if (!lacking.isEmpty()) {
      throw new IllegalArgumentException(
          "an account whose columns "
              + String.join(", ", lacking)
              + " are missing or have no separator or default");
    }
  }

  private static Column column(JsonObject json, Map<String, String> foreignKeys) {
    String name = json.getString("name");
    Datatype datatype = Datatype.TOKEN;
    Pattern format = null;
    JsonValue described = json.get("datatype");
    if (described != null && described.isObject()) {
      JsonObject object = described.getAsObject();
      datatype = datatype(object.hasKey("@id") ? text(object, "@id") : text(object, "base"));
      format = object.hasKey("format") ? pattern(object.getString("format")) : null;
    } else if (described != null) {
      datatype = datatype(described.getAsString().value());
    }
    if (json.hasKey("separator")) {
      datatype = Datatype.LIST;
    }
    List<String> references = List.of();
    JsonValue target = json.get("ent:references");
    if (target != null) {
      references = strings(target).stream().map(MetadataReader::tableName).toList();
    } else if (foreignKeys.containsKey(name)) {
      references = List.of(foreignKeys.get(name));
    }
    return new Column(
        name,
        text(json, "dc:description"),
        datatype,
        format,
        flag(json, "required"),
        json.hasKey("default") ? json.getString("default") : null,
        json.hasKey("ent:scheme") ? localName(json.getString("ent:scheme")) : null,
        references,
        text(json, "ent:example"));
  }

  private static Datatype datatype(String name) {
    return switch (name) {
      case "string" -> Datatype.STRING;
      case "", "token" -> Datatype.TOKEN;
      case "integer" -> Datatype.INTEGER;
      case "decimal" -> Datatype.DECIMAL;
      case "date" -> Datatype.DATE;
      case "anyURI" -> Datatype.ANY_URI;
      case Edtf.DATATYPE -> Datatype.EDTF;
      default -> throw new IllegalArgumentException("datatype " + name + " is not supported");
    };
  }

  private static Pattern pattern(String format) {
    try {
      return Pattern.compile(format);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("format " + format + " is no regular expression", e);
    }
  }

  private static Map<String, String> foreignKeys(JsonObject tableSchema) {
    Map<String, String> keys = new HashMap<>();
    if (tableSchema.hasKey("foreignKeys")) {
      for (JsonValue value : tableSchema.get("foreignKeys").getAsArray()) {
        JsonObject key = value.getAsObject();
        String column = strings(key.get("columnReference")).get(0);
        keys.put(column, tableName(key.getObj("reference").getString("resource")));
      }
    }
    return keys;
  }

  private static String tableName(String resource) {
    return resource.endsWith(".csv") ? resource.substring(0, resource.length() - 4) : resource;
  }

  private static String localName(String prefixedName) {
    return prefixedName.substring(prefixedName.indexOf(':') + 1);
  }

  private static List<String> strings(JsonValue value) {
    if (value.isString()) {
      return List.of(value.getAsString().value());
    }
    JsonArray array = value.getAsArray();
    return array.stream().map(item -> item.getAsString().value()).toList();
  }

  private static String text(JsonObject json, String key) {
    return json.hasKey(key) ? json.getString(key) : "";
  }

  private static boolean flag(JsonObject json, String key) {
    return json.hasKey(key) && json.getBoolean(key);
  }
}
