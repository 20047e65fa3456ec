package dev.headway.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultMessageTest {
    @ParameterizedTest
    @CsvSource({
        "CreateUser, create user",
        "AddURLIndex, add url index",
        "AddURL, add url",
        "V2AddPhone, v2 add phone",
        "V20260102_AddPhone, v20260102 add phone",
        "_Add__Phone_, add phone",
        "X, x"
    })
    void splitsClassNameIntoWords(String name, String words) {
        assertThat(DefaultMessage.of(name)).isEqualTo(words);
    }
}
