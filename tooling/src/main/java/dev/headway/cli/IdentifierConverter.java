package dev.headway.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes {@code -1} for a revision, which would else look like an option, and nothing else that begins so. */
final class IdentifierConverter implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
        if (value.startsWith("-") && !value.matches("-\\d+.*")) {
            throw new TypeConversionException("there is no option '" + value + "'");
        }
        return value;
    }
}
