package dev.headway.internal.tooling.project;

import java.util.List;

/**
 * A class literal in a source file.
 *
 * @param candidates the qualified names that the class may have, the most likely first
 * @param start the index of its first character in the file
 * @param end the index after its last character
 */
record ClassReference(List<String> candidates, int start, int end) {}
