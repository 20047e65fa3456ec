package dev.headway.examples.ibutsu;

import dev.headway.TargetSchema;
import dev.headway.hibernate.HibernateTarget;
import dev.headway.op.Operations;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.MappingSettings;

/** What the entities of Ibutsu want the database to be like. */
public final class Models implements TargetSchema {

    @Override
    public void build(Operations op) throws Exception {
        HibernateTarget.ofPackages("dev.headway.examples.ibutsu.models")
                .with(MappingSettings.PHYSICAL_NAMING_STRATEGY, PhysicalNamingStrategySnakeCaseImpl.class.getName())
                .build(op);
    }
}
