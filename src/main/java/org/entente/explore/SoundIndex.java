package org.entente.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds names that are written in kana or Hangul and known in another script, by how they sound.
 *
 * @param <T> what has names
 */
public final class SoundIndex<T> {
  /** A name of a thing. */
  public record Name<T>(T thing, String name) {}

  /**
   * A name that sounds alike.
   *
   * @param likeness above 0, up to 1 for the same sound
   */
  public record Match(String name, double likeness) {}

  private record Entry<T>(Name<T> name, Sound sound) {}

  private final List<Name<T>> names;

  /** Made when the first name is looked up. */
  private volatile List<Entry<T>> entries;

  /**
   * An index of names.
   *
   * @param names of what other scripts transcribe and do not translate: persons, places, states
   */
  public SoundIndex(List<Name<T>> names) {
    this.names = List.copyOf(names);
  }

  /** What sounds like a name, each with its likest name; nothing for a name in other scripts. */
  public Map<T, Match> find(String written) {
    Map<T, Match> found = new HashMap<>();
    if (!Sound.isTranscription(written)) {
      return found;
    }
    Sound wanted = Sound.of(written);
    boolean hangul = Sound.isHangul(written);
    for (Entry<T> entry : entries()) {
      // Hangul spells as it sounds: what it spells otherwise is another name.
      boolean own = hangul && Sound.isHangul(entry.name().name());
      double likeness = own ? 0 : wanted.alike(entry.sound());
      if (likeness > 0) {
        found.merge(
            entry.name().thing(),
            new Match(entry.name().name(), likeness),
            (one, other) -> one.likeness() >= other.likeness() ? one : other);
      }
    }
    return found;
  }

  private List<Entry<T>> entries() {
    List<Entry<T>> made = entries;
    if (made == null) {
      made = names.stream().map(name -> new Entry<>(name, Sound.of(name.name()))).toList();
      entries = made;
    }
    return made;
  }
}
