package dev.headway.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jars on the class path of this program, with what each asks for in its POM. */
final class ClassPathJars {
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.]*(?:-jre|-SNAPSHOT)?)\\.jar");
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern NOT_OURS = Pattern.compile(
            "(?s)<dependencyManagement>.*?</dependencyManagement>|<build>.*?</build>|<profiles>.*?</profiles>"
                    + "|<exclusions>.*?</exclusions>|<!--.*?-->");
    private static final Pattern NOT_PASSED_ON =
            Pattern.compile("<scope>\\s*(test|provided)\\s*</scope>|<optional>\\s*true\\s*</optional>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>\\s*(\\S+)\\s*</artifactId>");

    /**
     * One jar.
     *
     * @param name its artifact
     */
    record Artifact(String name, String version, Path jar) {
        long size() {
            try {
                return Files.size(jar);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Map<String, Artifact> byName = new LinkedHashMap<>();
    private final List<Path> folders = new ArrayList<>();

    private ClassPathJars(List<Path> classPath) {
        for (Path entry : classPath) {
            Matcher jar = JAR.matcher(entry.getFileName().toString());
            if (jar.matches()) {
                byName.putIfAbsent(jar.group(1), new Artifact(jar.group(1), jar.group(2), entry));
            } else {
                folders.add(entry);
            }
        }
    }

    /** Looks at the class path, which Maven may have made in its own process. */
    static ClassPathJars onClassPath() {
        List<Path> classPath = new ArrayList<>();
        if (ClassPathJars.class.getClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                classPath.add(path(url));
            }
        } else {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                classPath.add(Path.of(entry));
            }
        }
        return new ClassPathJars(classPath);
    }

    private static Path path(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns where the classes of these measurements are. */
    Path own() {
        return path(ClassPathJars.class.getProtectionDomain().getCodeSource().getLocation());
    }

    Artifact of(String name) {
        Artifact artifact = byName.get(name);
        if (artifact == null) {
            throw new IllegalArgumentException(name + " is not on the class path");
        }
        return artifact;
    }

    /** Returns these artifacts, with all that they ask for, and what that asks for. */
    List<Artifact> withDependencies(List<String> names) {
        Set<Artifact> found = new LinkedHashSet<>();
        names.forEach(name -> follow(of(name), found));
        return List.copyOf(found);
    }

    private void follow(Artifact artifact, Set<Artifact> found) {
        if (found.add(artifact)) {
            for (String name : dependencies(artifact)) {
                Artifact dependency = byName.get(name);
                if (dependency != null) {
                    follow(dependency, found);
                }
            }
        }
    }

    private static List<String> dependencies(Artifact artifact) {
        List<String> names = new ArrayList<>();
        Matcher dependency = DEPENDENCY.matcher(NOT_OURS.matcher(pom(artifact)).replaceAll(""));
        while (dependency.find()) {
            Matcher name = ARTIFACT.matcher(dependency.group(1));
            if (!NOT_PASSED_ON.matcher(dependency.group(1)).find() && name.find()) {
                names.add(name.group(1));
            }
        }
        return names;
    }

    /** In a repository a POM is beside its jar; in a build it is beside the folder of the jar. */
    private static String pom(Artifact artifact) {
        String file = artifact.jar().getFileName().toString().replaceFirst("\\.jar$", ".pom");
        Path inRepository = artifact.jar().resolveSibling(file);
        try {
            return Files.readString(
                    Files.exists(inRepository)
                            ? inRepository
                            : artifact.jar().resolve("../../pom.xml").normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
