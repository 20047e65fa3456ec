package dev.headway.examples.ibutsu.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What one widget of a dashboard shows. */
@Entity
@Table(
        name = "widget_configs",
        indexes = {
            @Index(columnList = "project_id"),
            @Index(columnList = "dashboard_id"),
            @Index(columnList = "title"),
            @Index(columnList = "type"),
            @Index(columnList = "weight"),
            @Index(columnList = "widget"),
            @Index(columnList = "navigable")
        })
public class WidgetConfig {
    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    public Project project;

    @ManyToOne(fetch = FetchType.LAZY)
    public Dashboard dashboard;

    @Column(length = Length.LONG32)
    public String title;

    @Column(length = Length.LONG32)
    public String type;

    public Integer weight;

    @Column(length = Length.LONG32)
    public String widget;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> params;

    public Boolean navigable;
}
