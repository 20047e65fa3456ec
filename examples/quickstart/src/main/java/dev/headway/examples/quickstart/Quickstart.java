package dev.headway.examples.quickstart;

import dev.headway.Migrations;
import dev.headway.Migrator;

/** Brings the shop's database up to date, and shows its history. */
public final class Quickstart {
    private Quickstart() {}

    /** Runs without arguments; {@code headway.properties} says which database. */
    public static void main(String[] args) {
        Console console = new Console(System.out);
        Migrator migrator = Migrations.configured().listener(console);
        console.ran(migrator.upgradeToHead());
        console.show(migrator.history());
    }
}
