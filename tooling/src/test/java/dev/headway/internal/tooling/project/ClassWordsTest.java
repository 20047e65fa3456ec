package dev.headway.internal.tooling.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassWordsTest {

    @ParameterizedTest
    @CsvSource({
        "add index, AddIndex",
        "Grüße an José, GrusseAnJose",
        "don't ask, DontAsk",
        "add the user's e-mail, AddTheUsersEMail",
        "2026 plans, Revision2026Plans",
        "  ,",
        "日本,"
    })
    void namesClassAfterMessage(String message, String className) {
        assertThat(ClassWords.className(message == null ? "" : message)).isEqualTo(className == null ? "" : className);
    }

    @ParameterizedTest
    @CsvSource({"AddIndex, add index", "AddURLColumn, add url column", "V2Table, v2 table", "add_index, add index"})
    void splitsClassNameIntoWords(String className, String words) {
        assertThat(ClassWords.words(className)).isEqualTo(words);
    }
}
