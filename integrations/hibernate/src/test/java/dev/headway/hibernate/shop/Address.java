package dev.headway.hibernate.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
@SuppressWarnings("unused") // Hibernate looks at its fields
class Address {
    private String street;

    @Column(length = 2, columnDefinition = "char(2)")
    private String country;
}
