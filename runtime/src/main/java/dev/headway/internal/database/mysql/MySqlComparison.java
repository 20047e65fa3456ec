package dev.headway.internal.database.mysql;

import dev.headway.internal.database.mysqlfamily.FamilyComparison;
import java.util.regex.Pattern;

/** MySQL names checks after their table. */
final class MySqlComparison extends FamilyComparison {

    @Override
    protected Pattern generatedCheckName(String table) {
        return Pattern.compile(Pattern.quote(table) + "_chk_\\d+");
    }
}
