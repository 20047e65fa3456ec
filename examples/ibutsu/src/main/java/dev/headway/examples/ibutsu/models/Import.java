package dev.headway.examples.ibutsu.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An archive of results on its way in. */
@Entity
@Table(
        name = "imports",
        indexes = {
            @Index(columnList = "filename"),
            @Index(columnList = "format"),
            @Index(columnList = "status"),
            @Index(columnList = "created")
        })
public class Import {
    @Id
    public UUID id;

    @Column(length = Length.LONG32)
    public String filename;

    @Column(length = Length.LONG32)
    public String format;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> data;

    @Column(length = Length.LONG32)
    public String status;

    @Column(nullable = false)
    @ColumnDefault("now()")
    public LocalDateTime created;
}
