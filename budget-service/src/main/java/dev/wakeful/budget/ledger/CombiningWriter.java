package dev.wakeful.budget.ledger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Many callers, one writer: whatever is asked while a commit is under way goes into the next one together. Questions with the same key are
 * answered in the order they were asked. Where a batch fails, each of its questions is tried once on its own, so that one that cannot be
 * answered fails its own caller only.
 */
final class CombiningWriter<Q, A> implements AutoCloseable {

    private static final int MOST = 512;
    private static final long PATIENCE_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private final BlockingQueue<Asked<Q, A>> queue = new LinkedBlockingQueue<>();
    private final List<Asked<Q, A>> waiting = new ArrayList<>();
    private final Function<Q, String> key;
    private final Function<List<Q>, List<A>> batch;
    private final Thread thread;
    private volatile boolean open = true;
    private int together;

    private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

    /** @param batch answers in the order of the questions, all in one transaction */
    CombiningWriter(String name, Function<Q, String> key, Function<List<Q>, List<A>> batch) {
        this.key = key;
        this.batch = batch;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::write);
    }

    /** Waits until the answer is durable. */
    A ask(Q question) {
        try {
            return begin(question).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Asks without waiting: whatever is asked later, by whomever, is answered later or in the same transaction after it. */
    CompletableFuture<A> begin(Q question) {
        Asked<Q, A> asked = new Asked<>(question, new CompletableFuture<>());
        queue.add(asked);
        if (!open) {
            refuseAll();
        }
        return asked.answer;
    }

    private void write() {
        while (open) {
            try {
                if (waiting.isEmpty()) {
                    waiting.add(queue.take());
                }
                gather();
                answer(nextBatch());
            } catch (InterruptedException e) {
                open = false;
            }
        }
        refuseAll();
    }

    /** Those who were just answered ask again at once when there is much to do: a moment's patience makes fuller batches. */
    private void gather() throws InterruptedException {
        queue.drainTo(waiting, MOST);
        long end = System.nanoTime() + PATIENCE_NANOS;
        for (long left = PATIENCE_NANOS; left > 0 && waiting.size() < together; left = end - System.nanoTime()) {
            Asked<Q, A> another = queue.poll(left, TimeUnit.NANOSECONDS);
            if (another == null) {
                break;
            }
            waiting.add(another);
            queue.drainTo(waiting, MOST);
        }
        together = Math.min(MOST, waiting.size());
    }

    private List<Asked<Q, A>> nextBatch() {
        Map<String, Asked<Q, A>> next = new LinkedHashMap<>();
        Iterator<Asked<Q, A>> each = waiting.iterator();
        while (each.hasNext() && next.size() < MOST) {
            Asked<Q, A> asked = each.next();
            if (next.putIfAbsent(key.apply(asked.question), asked) == null) {
                each.remove();
            }
        }
        return List.copyOf(next.values());
    }

    private void answer(List<Asked<Q, A>> asked) {
        try {
            List<A> answers = batch.apply(asked.stream().map(Asked::question).toList());
            for (int i = 0; i < asked.size(); i++) {
                asked.get(i).answer.complete(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            if (asked.size() == 1) {
                asked.getFirst().answer.completeExceptionally(e);
            } else {
                asked.forEach(one -> answer(List.of(one)));
            }
        }
    }

    private void refuseAll() {
        List<Asked<Q, A>> left = new ArrayList<>();
        queue.drainTo(left);
        if (Thread.currentThread() == thread) {
            left.addAll(waiting);
        }
        left.forEach(one -> one.answer.completeExceptionally(
                new IllegalStateException("The ledger is closing; ask again when the service has started")));
    }

    /** Finishes the batch in hand and refuses the rest. */
    @Override
    public void close() {
        open = false;
        thread.interrupt();
    }
}
