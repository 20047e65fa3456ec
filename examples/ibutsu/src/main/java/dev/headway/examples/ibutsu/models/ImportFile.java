package dev.headway.examples.ibutsu.models;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** The archive itself. */
@Entity
@Table(name = "import_files", indexes = @Index(columnList = "import_id"))
public class ImportFile {
    @Id
    public UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "import_id")
    @OnDelete(action = OnDeleteAction.CASCADE)
    public Import imported;

    public byte[] content;
}
