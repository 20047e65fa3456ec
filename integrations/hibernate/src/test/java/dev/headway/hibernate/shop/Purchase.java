package dev.headway.hibernate.shop;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(name = "`order`")
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn
@SuppressWarnings("unused") // Hibernate looks at its fields
class Purchase {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "purchases")
    @SequenceGenerator(name = "purchases", sequenceName = "purchase_seq", allocationSize = 20)
    private Long id;

    @Version
    private int version;

    private UUID reference;

    @Column(precision = 12, scale = 2)
    private BigDecimal total;

    private boolean paid;

    @ManyToOne(optional = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Customer customer;

    @ManyToOne
    private Purchase replaces;

    @ManyToMany
    private Set<Customer> watchers;
}
