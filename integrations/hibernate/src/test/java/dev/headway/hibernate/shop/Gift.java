package dev.headway.hibernate.shop;

import jakarta.persistence.Entity;
import java.time.LocalDate;

@Entity
@SuppressWarnings("unused") // Hibernate looks at its fields
class Gift extends Purchase {
    private String greeting;
    private LocalDate dayOfGift;
    private byte[] card;
}
