package dev.headway.examples.ibutsu.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** People who own projects together. */
@Entity
@Table(name = "groups", indexes = @Index(columnList = "name"))
public class Group {
    @Id
    public UUID id;

    @Column(length = Length.LONG32)
    public String name;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> data;
}
