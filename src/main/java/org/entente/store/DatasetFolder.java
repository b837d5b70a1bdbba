package org.entente.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.DatabaseConnection;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.model.FolderLock;

/**
 * A folder that holds published graphs.
 *
 * <pre>
 * CURRENT                      name of the generation that is served
 * generations/NAME/tdb2/       the store
 * generations/NAME/data.nq.gz  the same quads, one a line, sorted
 * generations/NAME/shapes.ttl  the shapes that the graph keeps to
 * generations/NAME/build.json  facts about the build
 * generations/NAME/text/       full-text index of a store with very many names, made by its first
 *                              search
 * </pre>
 *
 * <p>A generation is made aside and moved to its place when it is whole, so one that is in its
 * place is whole; CURRENT is written aside, synced and moved over the old one. A crash at any point
 * leaves the old generation current. The name of a generation is a hash of its content.
 */
public final class DatasetFolder {
  /** The file of a generation with its shapes. */
  public static final String SHAPES = "shapes.ttl";

  private static final String CURRENT = "CURRENT";
  private static final String UNFINISHED = "unfinished-";

  private final Path root;

  private DatasetFolder(Path root) {
    this.root = root;
  }

  /** The dataset in a folder, which need not exist yet. */
  public static DatasetFolder at(Path root) {
    return new DatasetFolder(root.toAbsolutePath().normalize());
  }

  /** The folder. */
  public Path root() {
    return root;
  }

  /** Folder of what large tables say, kept from one build to the next; it may be deleted. */
  public Path mapped() {
    return root.resolve("mapped");
  }

  /** Name of the generation that is served; empty when nothing was published. */
  public Optional<String> current() throws IOException {
    try {
      String name = Files.readString(root.resolve(CURRENT)).strip();
      return Files.isDirectory(generation(name)) ? Optional.of(name) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Name of the generation that is served.
   *
   * @throws NoSuchFileException when nothing was published
   */
  public String requireCurrent() throws IOException {
    return current()
        .orElseThrow(
            () -> new NoSuchFileException(root.toString(), null, "no graph was published here"));
  }

  /** Folder of a generation. */
  public Path generation(String name) {
    return root.resolve("generations").resolve(name);
  }

  /** The sorted quads of a generation, gzipped N-Quads. */
  public Path quads(String name) {
    return generation(name).resolve("data.nq.gz");
  }

  /** Reads the quads of a generation into memory; works beside a server that has it open. */
  public DatasetGraph load(String name) throws IOException {
    DatasetGraph dataset = DatasetGraphFactory.create();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(quads(name)), 1 << 16)) {
      RDFDataMgr.read(dataset, in, Lang.NQUADS);
    }
    return dataset;
  }

  /**
   * Reads the quads of the generation that is served into memory, also while a build publishes the
   * next one and deletes this.
   *
   * @throws NoSuchFileException when nothing was published
   */
  public DatasetGraph loadCurrent() throws IOException {
    while (true) {
      String name = requireCurrent();
      try {
        return load(name);
      } catch (NoSuchFileException e) {
        if (current().equals(Optional.of(name))) {
          throw e;
        }
      }
    }
  }

  /** The lines of a generation's sorted quads; to be closed. */
  public BufferedReader lines(String name) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(quads(name)), 1 << 16),
            StandardCharsets.UTF_8));
  }

  /** Whether another process, such as a server, has the store of a generation open. */
  public boolean isOpenElsewhere(String name) throws IOException {
    return !isOwn(generation(name)) && isLocked(generation(name));
  }

  /** Opens the store of a generation; one process at a time can. */
  public DatasetGraph open(String name) {
    return DatabaseMgr.connectDatasetGraph(Location.create(generation(name).resolve("tdb2")));
  }

  /** Closes a store that was opened, so that another process or a later open finds it fresh. */
  public static void close(DatasetGraph store) {
    TDBInternal.expel(store);
  }

  /**
   * Takes the right to publish here, until the result is closed.
   *
   * @throws IOException when another build has it
   */
  public Writing startWriting() throws IOException {
    Files.createDirectories(root.resolve("generations"));
    return new Writing(
        FolderLock.take(root.resolve("build.lock"), "another build is publishing to " + root));
  }

  /** The right to publish. */
  public final class Writing implements AutoCloseable {
    private final FolderLock lock;
    private final List<Path> made = new ArrayList<>();

    private Writing(FolderLock lock) throws IOException {
      this.lock = lock;
      try (var leftovers =
          Files.newDirectoryStream(root.resolve("generations"), UNFINISHED + "*")) {
        for (Path leftover : leftovers) {
          delete(leftover);
        }
      }
    }

    /** A new, empty folder to make a generation in. */
    public Path newFolder() throws IOException {
      Path folder = Files.createTempDirectory(root.resolve("generations"), UNFINISHED);
      made.add(folder);
      return folder;
    }

    /**
     * Puts a finished generation into its place and makes it current. Its store must be closed.
     *
     * @return whether the graph differs from the one that was current
     */
    public boolean publish(Path folder, String name) throws IOException {
      Optional<String> before = current();
      try {
        Files.move(folder, generation(name), StandardCopyOption.ATOMIC_MOVE);
      } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
        delete(folder);
      } catch (java.nio.file.FileSystemException e) {
        if (!Files.isDirectory(generation(name))) {
          throw e;
        }
        delete(folder);
      }
      sync(root.resolve("generations"));
      Path aside = root.resolve(CURRENT + ".new");
      try (FileChannel file =
          FileChannel.open(
              aside,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        file.write(ByteBuffer.wrap((name + "\n").getBytes(StandardCharsets.UTF_8)));
        file.force(true);
      }
      Files.move(
          aside,
          root.resolve(CURRENT),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      sync(root);
      return !before.equals(Optional.of(name));
    }

    /** Deletes generations that are neither current nor open in another process. */
    public void deleteOld() throws IOException {
      String current = requireCurrent();
      try (var generations = Files.newDirectoryStream(root.resolve("generations"))) {
        for (Path generation : generations) {
          if (!generation.getFileName().toString().equals(current) && !isOpen(generation)) {
            delete(setAside(generation));
          }
        }
      }
    }

    /** A generation in its place is whole, also while it is deleted. */
    private Path setAside(Path generation) throws IOException {
      if (generation.getFileName().toString().startsWith(UNFINISHED)) {
        return generation;
      }
      Path aside = generation.resolveSibling(UNFINISHED + generation.getFileName());
      return Files.move(generation, aside, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes what was begun and not published, and gives the right back. */
    @Override
    public void close() throws IOException {
      try (lock) {
        for (Path folder : made) {
          delete(folder);
        }
      }
    }
  }

  /** Whether this or another process has a generation's store open. */
  private static boolean isOpen(Path generation) throws IOException {
    // Asking the system for the lock would give up the one that this process may hold.
    return isOwn(generation)
        ? DatabaseConnection.lockForLocation(Location.create(generation.resolve("tdb2")))
            .isLockedHere()
        : isLocked(generation);
  }

  /**
   * Whether the last process that opened a generation's store is this one. TDB2 writes the number
   * of the process into a file, holds a lock on the file while the store is open, and leaves the
   * number there when it closes it.
   */
  private static boolean isOwn(Path generation) throws IOException {
    Path lockFile = lockFile(generation);
    return Files.exists(lockFile)
        && Files.readString(lockFile).strip().equals(Long.toString(ProcessHandle.current().pid()));
  }

  private static boolean isLocked(Path generation) throws IOException {
    if (!Files.exists(lockFile(generation))) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lockFile(generation), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    }
  }

  private static Path lockFile(Path generation) {
    return generation.resolve("tdb2").resolve("tdb.lock");
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      if (!System.getProperty("os.name").startsWith("Windows")) {
        throw e;
      }
    }
  }

  /** Deletes a folder with all that is in it. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException e)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
