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

/** Tests that ran together. */
@Entity
@Table(
        name = "runs",
        indexes = {
            @Index(columnList = "project_id"),
            @Index(columnList = "env"),
            @Index(columnList = "component"),
            @Index(columnList = "source"),
            @Index(columnList = "start_time"),
            @Index(columnList = "duration"),
            @Index(columnList = "created")
        })
public class Run {
    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    public Project project;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> data;

    @Column(length = Length.LONG32)
    public String env;

    @Column(length = Length.LONG32)
    public String component;

    @Column(length = Length.LONG32)
    public String source;

    @Column(nullable = false)
    public LocalDateTime startTime;

    public Double duration;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> summary;

    @Column(nullable = false)
    public LocalDateTime created;
}
