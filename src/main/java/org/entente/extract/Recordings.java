package org.entente.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.entente.rdf.Hash;

/**
 * Requests to a model and its answers, a file each, named by the hash of the request: the same
 * request has the same answer, and needs no network. Keys are not in them.
 */
public final class Recordings {
  private final Path folder;
  private final ChatEndpoint endpoint;

  /**
   * Recordings in a folder.
   *
   * @param folder the folder; made when there is something to record
   * @param endpoint whom to ask what is not recorded; null for nobody
   */
  public Recordings(Path folder, ChatEndpoint endpoint) {
    this.folder = folder;
    this.endpoint = endpoint;
  }

  /**
   * The answer to a request, as it stands.
   *
   * @throws IOException when it is not recorded and the endpoint does not give one
   */
  String answer(JsonObject request) throws IOException {
    String body = request.toString();
    Path file = folder.resolve(Hash.start().add(body).hex() + ".json");
    if (Files.isRegularFile(file)) {
      try {
        return JSON.parse(Files.readString(file)).getString("answer");
      } catch (JsonException e) {
        throw new IOException(file + ": no recording", e);
      }
    }
    if (endpoint == null) {
      throw new IOException("not recorded in " + folder);
    }
    String answer = endpoint.ask(body);
    JsonObject record = new JsonObject();
    record.put("request", request);
    record.put("answer", answer);
    Files.createDirectories(folder);
    Path aside = folder.resolve(file.getFileName() + ".new");
    Files.writeString(aside, record.toString(), StandardCharsets.UTF_8);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return answer;
  }
}
