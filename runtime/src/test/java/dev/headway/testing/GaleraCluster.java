package dev.headway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.mariadb.jdbc.MariaDbDataSource;

/** Two MariaDB servers that hold the same databases, joined by Galera. */
public final class GaleraCluster implements AutoCloseable {
    private static final Path PROVIDER = Path.of("/usr/lib/galera/libgalera_smm.so");
    private static final Path SERVER = Path.of("/usr/sbin/mariadbd");
    private static final Path INSTALLER = Path.of("/usr/bin/mariadb-install-db");
    private static final Path INSTALLER_NEEDS = Path.of("/usr/bin/my_print_defaults");
    private static final String USER = "root";
    private static final String PASSWORD = "";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Folder folder = new Folder("headway-galera");
    private final List<Node> nodes = new ArrayList<>();

    /** One of the servers, and the port at which it takes connections. */
    private record Node(Process process, int port) {}

    private GaleraCluster() {}

    /** Starts one, if what it takes is installed. */
    public static Optional<GaleraCluster> start() {
        if (!Stream.of(PROVIDER, SERVER, INSTALLER, INSTALLER_NEEDS).allMatch(Files::exists)) {
            return Optional.empty();
        }
        GaleraCluster cluster = new GaleraCluster();
        try {
            cluster.startServers();
            return Optional.of(cluster);
        } catch (IOException e) {
            cluster.close();
            throw new UncheckedIOException(e);
        }
    }

    private void startServers() throws IOException {
        String id = UUID.randomUUID().toString();
        Path first = folder.path().resolve("1");
        Path second = folder.path().resolve("2");
        install(first);
        copy(first, second);
        int group = FreePort.find();
        start(first, "gcomm://", group, id, 1);
        // One write ahead, the second has nothing to fetch from the first.
        start(second, "gcomm://127.0.0.1:" + group, FreePort.find(), id, 2);
        // Tests read what they wrote through the other.
        through(nodes.get(1), "").execute("SET GLOBAL wsrep_sync_wait = 7");
    }

    private void install(Path data) throws IOException {
        Files.createDirectory(data);
        List<String> command = new ArrayList<>(List.of(
                INSTALLER.toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db"));
        command.addAll(asThisUser());
        Process process = run(command, data.resolveSibling("install.log"));
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("Cannot install a server: " + Files.readString(data.resolveSibling("install.log")));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private void start(Path data, String members, int group, String id, int seqno) throws IOException {
        Files.writeString(data.resolve("grastate.dat"), """
                # GALERA saved state
                version: 2.1
                uuid:    %s
                seqno:   %d
                safe_to_bootstrap: %d
                """.formatted(id, seqno, seqno == 1 ? 1 : 0));
        int port = FreePort.find();
        List<String> command = new ArrayList<>(List.of(
                SERVER.toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--port=" + port,
                "--socket=" + data.resolve("socket"),
                "--pid-file=" + data.resolve("pid"),
                "--bind-address=127.0.0.1",
                "--binlog-format=ROW",
                "--innodb-autoinc-lock-mode=2",
                "--innodb-buffer-pool-size=64M",
                "--innodb-flush-log-at-trx-commit=0",
                "--debug-no-sync",
                "--wsrep-on=ON",
                "--wsrep-provider=" + PROVIDER,
                "--wsrep-cluster-name=headway",
                "--wsrep-cluster-address=" + members,
                "--wsrep-node-address=127.0.0.1",
                "--wsrep-provider-options=base_port=" + group + ";gmcast.listen_addr=tcp://127.0.0.1:" + group
                        + ";ist.recv_addr=127.0.0.1:" + FreePort.find() + ";gcache.size=32M"));
        if (seqno == 1) {
            command.add("--wsrep-new-cluster");
        }
        command.addAll(asThisUser());
        Path log = data.resolveSibling(seqno + ".log");
        nodes.add(new Node(run(command, log), port));
        if (!ServerStart.comesTrue(() -> isMember(port, seqno))) {
            throw new IOException("A server does not join the cluster: " + Files.readString(log));
        }
    }

    private static List<String> asThisUser() {
        String user = System.getProperty("user.name");
        return user.equals("root") ? List.of("--user=root") : List.of();
    }

    private static Process run(List<String> command, Path log) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
    }

    /** Whether the server is one of so many that take writes. */
    private static boolean isMember(int port, int members) {
        try (Connection connection = DriverManager.getConnection(url(port, ""), USER, PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet state = statement.executeQuery("SELECT group_concat(variable_value ORDER BY variable_name)"
                        + " FROM information_schema.global_status"
                        + " WHERE variable_name IN ('wsrep_cluster_size', 'wsrep_ready')")) {
            return state.next() && state.getString(1).equals(members + ",ON");
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static String url(int port, String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?sslMode=disable";
    }

    /** Makes a database; returns it as each of the servers has it. */
    public List<TestDatabase> create() {
        String name = "test_" + COUNT.incrementAndGet();
        through(nodes.get(0), "").execute("CREATE DATABASE " + name);
        TestDatabase second = through(nodes.get(1), "");
        if (!ServerStart.comesTrue(
                () -> !second.column("SHOW DATABASES LIKE '" + name + "'").isEmpty())) {
            throw new IllegalStateException("The second server was not told of database " + name);
        }
        return nodes.stream().map(node -> through(node, name)).toList();
    }

    private static TestDatabase through(Node node, String database) {
        try {
            String url = url(node.port(), database);
            MariaDbDataSource dataSource = new MariaDbDataSource(url);
            dataSource.setUser(USER);
            return new TestDatabase(new MariaDbServer(), dataSource, url, USER, PASSWORD, () -> {});
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.process().destroyForcibly().onExit().join());
        folder.delete();
    }
}
