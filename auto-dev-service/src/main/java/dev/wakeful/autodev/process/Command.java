package dev.wakeful.autodev.process;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A shell command of a repository.
 *
 * @param fence what it is kept in
 * @param log where its output goes, the first 8 MiB of it
 * @param limit it is ended after this
 */
public record Command(String line, Place place, Fence fence, Path log, Duration limit) {}
