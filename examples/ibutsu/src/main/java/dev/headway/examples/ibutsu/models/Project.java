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

/** What runs and results belong to. */
@Entity
@Table(
        name = "projects",
        indexes = {
            @Index(columnList = "name"),
            @Index(columnList = "title"),
            @Index(columnList = "owner_id"),
            @Index(columnList = "group_id")
        })
public class Project {
    @Id
    public UUID id;

    @Column(length = Length.LONG32)
    public String name;

    @Column(length = Length.LONG32)
    public String title;

    @ManyToOne(fetch = FetchType.LAZY)
    public User owner;

    @ManyToOne(fetch = FetchType.LAZY)
    public Group group;

    @ManyToOne(fetch = FetchType.LAZY)
    public Dashboard defaultDashboard;
}
