package dev.headway.examples.ibutsu.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Length;

/** Somebody who looks at results. */
@Entity
@Table(
        name = "users",
        indexes = {@Index(columnList = "email", unique = true), @Index(columnList = "group_id")})
public class User {
    @Id
    public UUID id;

    @Column(length = Length.LONG32, nullable = false)
    public String email;

    @Column(name = "_password", length = Length.LONG32)
    public String password;

    @Column(length = Length.LONG32)
    public String name;

    @Column(length = Length.LONG32)
    public String activationCode;

    public boolean isSuperadmin;

    public boolean isActive;

    @ManyToOne(fetch = FetchType.LAZY)
    public Group group;

    @ManyToMany
    @JoinTable(
            name = "users_projects",
            joinColumns = @JoinColumn(name = "user_id"),
            inverseJoinColumns = @JoinColumn(name = "project_id"))
    public Set<Project> projects = new HashSet<>();
}
