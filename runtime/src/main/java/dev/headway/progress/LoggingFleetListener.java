package dev.headway.progress;

import dev.headway.graph.Plan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the progress of a fleet to the logger {@code dev.headway}, one line per target. */
public final class LoggingFleetListener implements FleetListener {
    private static final Logger LOG = LoggerFactory.getLogger("dev.headway");

    private volatile int targets;

    /** Creates a listener. */
    public LoggingFleetListener() {}

    @Override
    public void started(int targets) {
        this.targets = targets;
    }

    @Override
    public void done(String target, Plan plan, int finished) {
        LOG.info("{}: {} steps run ({} of {} targets)", target, plan.steps().size(), finished, targets);
    }

    @Override
    public void failed(String target, RuntimeException reason, int finished) {
        LOG.error("{}: failed ({} of {} targets)", target, finished, targets, reason);
    }
}
