package dev.headway.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql:address=(host=h)(port=3306)(user=u)(password=S3CR)/db",
                "jdbc:mysql://address=(host=h)(port=3306)(user=u)(password=S3CR)/db",
                "jdbc:mysql://(host=h,password=S3CR)/db",
                "jdbc:mysql://(host=h,password=a@S3CR)/db",
                "jdbc:mysql://[(host=h,password=S3CR),h2]/db",
                "jdbc:mysql://u:S3CR@[h1:1,h2:2]/db",
                "jdbc:mysql://u:S3CR@(h1,h2)/db",
                "jdbc:mysql://u:S3CR@h1,u:S3CR@h2/db",
                "jdbc:mysql://u:a)S3CR@h/db",
                "jdbc:mysql://%28host=h,password=S3CR%29/db",
                "jdbc:mysql:loadbalance://u:S3CR@h1,h2/db",
                "jdbc:mysql+srv://u:S3CR@h/db",
                "mysqlx://u:S3CR@h/db",
                "JDBC:MYSQL://u:S3CR@h/db?sslKeyStorePassword=S3CR",
                "jdbc:mysql://h/db?password1=S3CR&password2=S3CR",
                "jdbc:mariadb:replication:address=(host=h)(password=S3CR)/db",
                "jdbc:mariadb:aurora://u:S3CR@h/db",
                "jdbc:mariadb://h/db?keyStorePassword=S3CR;x",
                "jdbc:postgresql://h,h2:5433/db?password=S3CR",
                "jdbc:postgresql://u:S3CR@h/db",
                "jdbc:postgresql://u:a@S3CR@h/db",
                "jdbc:postgresql://u:a/S3CR@h/db",
                "jdbc:postgresql://u:a?S3CR@h/db",
                "jdbc:postgresql://u:a;S3CR@h/db",
                "jdbc:postgresql://h/db?password=a@S3CR",
                "jdbc:postgresql://h/db&password=S3CR",
                "jdbc:postgresql://h/db password=S3CR",
                "jdbc:h2:file:./x;CIPHER=AES;PASSWORD=S3CR",
                "jdbc:h2:mem:x;INIT=CREATE USER a PASSWORD 'S3CR'",
                "jdbc:h2:mem:x;PASSWORD=a@S3CR",
                "jdbc:sqlite:x.db?password=S3CR",
                "jdbc:sqlite:file:x.db?cipher=c&key=S3CR",
                "jdbc:hsqldb:file:x;password=S3CR",
                "jdbc:oracle:thin:scott/S3CR@host:1521:x",
                "jdbc:oracle:thin:scott/S3CR@(DESCRIPTION=(HOST=h))",
                "jdbc:oracle:thin:scott/S3CR",
                "jdbc:nosuch:scott/S3CR",
                "jdbc:nosuch:scott:S3CR",
                "jdbc:nosuch:scott:S3CR:x",
                "jdbc:sqlserver://h:1433;password=S3CR",
                "jdbc:sqlserver://h;password={a;S3CR}",
                "jdbc:aws-wrapper:postgresql://u:S3CR@h/db",
                "jdbc:p6spy:mysql://(host=h,password=S3CR)/db",
                "jdbc:tc:postgresql:16:///db?password=S3CR",
                "jdbc:otel:postgresql://u:S3CR@h/db",
                "u:S3CR@h",
                "password=S3CR",
                "//u:S3CR@h",
            })
    void showsNoSecret(String url) {
        assertThat(Databases.displayUrl(url)).doesNotContain("S3CR");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://h,[::1]:5433/db?user=u | jdbc:postgresql://h,[::1]:5433/db
            jdbc:h2:mem:x;MODE=MySQL                 | jdbc:h2:mem:x
            jdbc:h2:~/x                              | jdbc:h2:~/x
            jdbc:sqlite::memory:                     | jdbc:sqlite::memory:
            jdbc:sqlite:/var/lib/x.db                | jdbc:sqlite:/var/lib/x.db
            jdbc:mysql:loadbalance://a:1,b:2/db      | jdbc:mysql:loadbalance://a:1,b:2/db
            jdbc:mariadb://u:pw@h:3306/db            | jdbc:mariadb://h:3306/db
            jdbc:mysql://(host=h,port=1)/db          | jdbc:mysql:…
            """)
    void showsHostsAndDatabase(String url, String shown) {
        assertThat(Databases.displayUrl(url)).isEqualTo(shown);
    }
}
