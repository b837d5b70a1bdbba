package org.entente.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.entente.model.FolderLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
  @TempDir Path root;

  @Test
  void oneAtATimeChangesAWorkFolder() throws IOException {
    WorkFolder work = new WorkFolder(root, new TreeMap<>());
    FolderLock held = work.hold();
    IOException refused = assertThrows(IOException.class, work::hold);
    assertEquals(
        "another extract or review works in " + root + "; wait until it has ended",
        refused.getMessage());
    held.close();
    work.hold().close();
  }

  @Test
  void whatIsNotThereIsNotHeld() {
    WorkFolder work = new WorkFolder(root.resolve("none"), new TreeMap<>());
    assertThrows(NoSuchFileException.class, work::hold);
  }
}
