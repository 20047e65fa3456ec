package dev.headway.examples.ibutsu.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.UUID;
import org.hibernate.Length;

/** What a program shows in place of a password. */
@Entity
@Table(name = "tokens", indexes = @Index(columnList = "user_id"))
public class Token {
    @Id
    public UUID id;

    @Column(length = Length.LONG32, nullable = false)
    public String name;

    @Column(length = Length.LONG32, nullable = false)
    public String token;

    public LocalDateTime expires;

    @ManyToOne(fetch = FetchType.LAZY)
    public User user;
}
