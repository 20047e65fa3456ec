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

/** How one test came out. */
@Entity
@Table(
        name = "results",
        indexes = {
            @Index(columnList = "project_id"),
            @Index(columnList = "run_id"),
            @Index(columnList = "test_id"),
            @Index(columnList = "result"),
            @Index(columnList = "duration"),
            @Index(columnList = "start_time"),
            @Index(columnList = "source"),
            @Index(columnList = "env"),
            @Index(columnList = "component")
        })
public class Result {
    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    public Project project;

    @ManyToOne(fetch = FetchType.LAZY)
    public Run run;

    @Column(length = Length.LONG32)
    public String testId;

    @Column(length = Length.LONG32)
    public String result;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> data;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> params;

    public Double duration;

    @Column(nullable = false)
    public LocalDateTime startTime;

    @Column(length = Length.LONG32)
    public String source;

    @Column(length = Length.LONG32)
    public String env;

    @Column(length = Length.LONG32)
    public String component;
}
