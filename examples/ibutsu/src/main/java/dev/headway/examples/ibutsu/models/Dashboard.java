package dev.headway.examples.ibutsu.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.Length;

/** Widgets on one page. */
@Entity
@Table(
        name = "dashboards",
        indexes = {@Index(columnList = "title"), @Index(columnList = "project_id"), @Index(columnList = "user_id")})
public class Dashboard {
    @Id
    public UUID id;

    @Column(length = Length.LONG32)
    public String title;

    @Column(length = Length.LONG32)
    public String description;

    @Column(length = Length.LONG32)
    public String filters;

    @ManyToOne(fetch = FetchType.LAZY)
    public Project project;

    @ManyToOne(fetch = FetchType.LAZY)
    public User user;
}
