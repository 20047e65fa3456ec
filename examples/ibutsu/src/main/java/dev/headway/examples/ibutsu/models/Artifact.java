package dev.headway.examples.ibutsu.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A file that a test left. */
@Entity
@Table(
        name = "artifacts",
        indexes = {
            @Index(columnList = "result_id"),
            @Index(columnList = "run_id"),
            @Index(columnList = "filename"),
            @Index(columnList = "upload_date")
        })
public class Artifact {
    @Id
    public UUID id;

    public byte[] content;

    @ManyToOne(fetch = FetchType.LAZY)
    public Result result;

    @ManyToOne(fetch = FetchType.LAZY)
    public Run run;

    @Column(length = Length.LONG32)
    public String filename;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> data;

    @Column(nullable = false)
    public LocalDateTime uploadDate;
}
