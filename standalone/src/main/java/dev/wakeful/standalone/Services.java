package dev.wakeful.standalone;

import dev.wakeful.autodev.AutoDevApplication;
import dev.wakeful.budget.BudgetApplication;
import dev.wakeful.bughunter.BugHunterApplication;
import dev.wakeful.cimanager.CiManagerApplication;
import dev.wakeful.commandcenter.CommandCenterApplication;
import dev.wakeful.health.HealthApplication;
import dev.wakeful.planner.PlannerApplication;
import dev.wakeful.service.ServiceApplication;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ConfigurableApplicationContext;

/** Every service in its own application context, strangers to each other; they meet on the broker only. */
final class Services implements AutoCloseable {

    private static final int STARTING_AT_ONCE = 2;

    /** What was interrupted goes on first, then the longest start. */
    private static final Map<String, Class<?>> APPLICATIONS = new LinkedHashMap<>();

    static {
        APPLICATIONS.put("auto-dev", AutoDevApplication.class);
        APPLICATIONS.put("command-center", CommandCenterApplication.class);
        APPLICATIONS.put("ci-manager", CiManagerApplication.class);
        APPLICATIONS.put("planner", PlannerApplication.class);
        APPLICATIONS.put("budget", BudgetApplication.class);
        APPLICATIONS.put("bug-hunter", BugHunterApplication.class);
        APPLICATIONS.put("health", HealthApplication.class);
    }

    private final Deque<ConfigurableApplicationContext> running = new ArrayDeque<>();

    /** What each service is told, by its name. */
    interface Settings {
        Map<String, Object> of(String service) throws Exception;
    }

    /** The services' names. */
    static Set<String> names() {
        return Collections.unmodifiableSet(APPLICATIONS.keySet());
    }

    /** Starts all, or none: what has started is ended again when one fails. */
    void start(Settings settings) throws InterruptedException {
        List<Future<ConfigurableApplicationContext>> starting = new ArrayList<>();
        try (ExecutorService starters = Executors.newFixedThreadPool(STARTING_AT_ONCE)) {
            APPLICATIONS.forEach((name, application) -> starting.add(
                    starters.submit(() -> ServiceApplication.runBeside(application, name, settings.of(name)))));
        }
        for (Future<ConfigurableApplicationContext> context : starting) {
            try {
                running.push(context.get());
            } catch (ExecutionException e) {
                starting.forEach(this::closeIfStarted);
                throw new StartFailed("A service did not start: " + rootMessage(e), e);
            }
        }
    }

    private void closeIfStarted(Future<ConfigurableApplicationContext> context) {
        if (context.state() == Future.State.SUCCESS) {
            context.resultNow().close();
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    @Override
    public void close() {
        try (ExecutorService closers = Executors.newVirtualThreadPerTaskExecutor()) {
            running.forEach(context -> closers.submit(context::close));
        }
        running.clear();
    }
}
