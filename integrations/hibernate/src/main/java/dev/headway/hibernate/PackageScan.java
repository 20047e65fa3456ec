package dev.headway.hibernate;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds what Hibernate manages among the classes of a package and those below, in folders and jars. */
final class PackageScan {
    private static final List<Class<? extends Annotation>> MANAGED =
            List.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class);
    private static final String CLASS = ".class";

    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final String folder;

    PackageScan(String name) {
        this.folder = name.replace('.', '/');
    }

    /** Returns them by name. */
    List<Class<?>> managedClasses() {
        List<String> files = new ArrayList<>();
        try {
            for (URL url : Collections.list(loader.getResources(folder))) {
                if (url.openConnection() instanceof JarURLConnection connection) {
                    connection.setUseCaches(false);
                    try (JarFile jar = connection.getJarFile()) {
                        jar.stream().forEach(entry -> files.add(entry.getName()));
                    }
                } else {
                    files.addAll(filesBelow(Path.of(URI.create(url.toString()))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream()
                .filter(file -> file.startsWith(folder + "/") && file.endsWith(CLASS) && !file.endsWith("-info.class"))
                .sorted()
                .distinct()
                .<Class<?>>map(this::load)
                .filter(type -> MANAGED.stream().anyMatch(type::isAnnotationPresent))
                .toList();
    }

    private List<String> filesBelow(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file ->
                            folder + "/" + root.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private Class<?> load(String file) {
        String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The class path changes: " + name + " was there, and is gone", e);
        }
    }
}
