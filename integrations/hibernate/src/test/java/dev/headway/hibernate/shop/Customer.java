package dev.headway.hibernate.shop;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(
        name = "customer",
        indexes = @Index(name = "ix_customer_since", columnList = "since desc, email"),
        uniqueConstraints = @UniqueConstraint(name = "uq_customer_email", columnNames = "email"))
@SuppressWarnings("unused") // Hibernate looks at its fields
class Customer {
    enum Level {
        GOLD,
        SILVER
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, length = 320)
    private String email;

    @Column(nullable = false)
    private Instant since;

    @Enumerated(EnumType.STRING)
    @ColumnDefault("'SILVER'")
    private Level level;

    @Embedded
    private Address address;

    @Lob
    private String notes;

    @ElementCollection
    @CollectionTable(name = "customer_tag")
    private Set<String> tags;
}
